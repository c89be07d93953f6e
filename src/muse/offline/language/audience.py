"""For whom something is wanted, as far as the talk says, and for whom a thing is made; and what may be spent on it."""

from __future__ import annotations

import re

from muse.offline.language.words import KIN, MAYBE_YOUNG

ALL = ("girls", "boys", "baby", "women", "men")
_OF_THEMSELVES = {
    "women": r"\bwomen's|\bwomenswear\b|\bladies'|\ba woman of\b",
    "men": r"\bmen's|\bmenswear\b|\bgentlemen's|\ba man of\b",
    "girls": r"\bgirls'|\ba girl of\b",
    "boys": r"\bboys'|\ba boy of\b",
}
_ANY = re.compile(r"\b(?:men's or women's|women's or men's|which rail it hangs on)\b")
# "That's women's", "men's, not women's", "rather than girls'", "Oh, girls', I see": what it is, and should not be.
_NOT_MINE = re.compile(r"\b(?:that's|those are|not|rather than|hm,|ah,|oh,) (?:women's|men's|girls'|boys'|baby)")
_KIN_WORD = re.compile(r"\bmy ((?:[a-z]+ ){0,2}?)(" + "|".join(sorted(KIN["she"] | KIN["he"], reverse=True)) + r")\b")
_SUM = r"(?:about )?(?:\$(\d+)\b(?!\.\d)|(\d+) dollars\b)"
_LIMIT = re.compile(
    rf"\b(?:no more than|under|at most|stops at|aside|over|more than) {_SUM}"
    rf"|{_SUM} (?:is the limit|is what I|is about right|has to do|is my ceiling)",
    re.IGNORECASE,
)


def made_for(text: str) -> str:
    """Whom a title and a category name: one of `ALL`, or nothing."""
    words = set(re.findall(r"[a-z]+", text.lower().replace("'s", "")))
    return next((name for name in ALL if name in words), "")


def wearers(said: str) -> frozenset[str]:
    """Whom a thing may be made for after what the shopper said; all where that leaves it open."""
    lowered = _NOT_MINE.sub("", said.lower())
    if any_rail(said):
        return frozenset(ALL)
    for name, pattern in _OF_THEMSELVES.items():
        if re.search(pattern, lowered):
            return frozenset({name})
    kin = _KIN_WORD.search(lowered) if re.search(r"\bpresent\b|\bgift\b", lowered) else None
    if kin is None:
        return frozenset(ALL)
    grown, young = ("women", "girls") if kin[2] in KIN["she"] else ("men", "boys")
    may_be_young = kin[2] in MAYBE_YOUNG or re.search(r"\b(?:younger|little|teenage)\b", kin[1])
    return frozenset({grown, young} if may_be_young else {grown})


def any_rail(said: str) -> bool:
    """Whether the shopper said that men's and women's are the same to them."""
    return bool(_ANY.search(said.lower()))


def search_word(said: str) -> str:
    """The audience as a title says it ("women's"), where the talk leaves only one."""
    fitting = sorted(wearers(said))
    return possessive(fitting[0]) if len(fitting) == 1 else ""


def possessive(audience: str) -> str:
    """Women's, girls'."""
    return f"{audience}'" if audience.endswith("s") else f"{audience}'s"


def limit(said: str) -> float | None:
    """The most that the shopper wants to spend, US dollars, where it was said."""
    sums = [float(next(filter(None, found))) for found in _LIMIT.findall(said)]
    return sums[-1] if sums else None
