from __future__ import annotations

from salesperf.sources.encodings.byte_sample import SAMPLE, sample_of


def test_a_small_file_is_its_own_sample() -> None:
    content = "id,name\n1,é\n".encode("cp1252")

    assert sample_of(content) == content


def test_a_line_across_the_end_of_the_head_is_in_the_sample_once_and_whole() -> None:
    lines = [b"%05d,plain" % number for number in range(340)] + ["odd,Müller".encode("cp1252")] * 2
    # 341 lines of 12 bytes are 4,092: the last two lie across the end of the first 4,096 bytes.
    lines.append(b"end")
    content = b"\n".join(lines)

    assert sample_of(content).count(b"M\xfcller") == 2
    assert sample_of(content).startswith(content[:4096])


def test_the_first_middle_and_last_place_beyond_ascii_are_in_the_sample() -> None:
    plain = b"0123456789\n" * 20_000
    content = plain + b"\xe9 first\n" + plain + b"\xe9 middle\n" + plain + b"\xe9 last\n" + plain

    sample = sample_of(content)

    assert all(word in sample for word in (b"\xe9 first", b"\xe9 middle", b"\xe9 last"))
    assert len(sample) < 5 * SAMPLE


def test_text_that_is_all_ascii_is_sampled_from_its_head() -> None:
    assert len(sample_of(b"abc\n" * 100_000)) == SAMPLE
