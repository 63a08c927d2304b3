"""How aligned text renders a glossary, as a table."""

from collections.abc import Iterator

from termcheck.recognition.attestation import Attestation, Rendering

_UNKNOWN = 20  # names listed at the end
_RIGHT = (Rendering.PREFERRED, Rendering.ADMITTED)


def attestation_as_text(attestation: Attestation, *, departures: bool = False) -> str:
    """Return a line a concept, the commonest first, and a summary; on request the lines that depart."""
    return "".join(f"{line}\n" for line in _lines(attestation, departures=departures))


def _lines(attestation: Attestation, *, departures: bool) -> Iterator[str]:
    width = max(map(len, attestation.counts), default=0)
    yield f"{'concept':{width}}  {'times':>6}  " + "  ".join(f"{rendering:>9}" for rendering in Rendering)
    for identity, counts in sorted(attestation.counts.items(), key=lambda item: (-item[1].total(), item[0])):
        columns = "  ".join(f"{counts[rendering]:9}" for rendering in Rendering)
        yield f"{identity:{width}}  {counts.total():6}  {columns}"
    total = attestation.total()
    right = sum(total[rendering] for rendering in _RIGHT)
    rendered = total.total() - total[Rendering.ABSENT]
    yield ""
    yield (
        f"{len(attestation.counts)} concepts, {total.total()} times in {attestation.lines} lines: "
        f"{_share(right, total.total())} preferred or admitted, "
        f"{_share(right, rendered)} of those rendered by any term"
    )
    yield (
        f"{attestation.covered} of {attestation.named} lines with a name of several capitalised words have a "
        f"known one ({_share(attestation.covered, attestation.named)}); the commonest unknown names:"
    )
    for name, count in attestation.unknown.most_common(_UNKNOWN):
        yield f"{count:5}  {name}"
    if departures:
        for identity, found in sorted(attestation.departures.items()):
            for english, russian in found:
                yield f"\n{identity}\n  {english}\n  {russian}"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "—"
