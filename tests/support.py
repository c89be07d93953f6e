"""Small records made by hand, for the tests of every package."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

from muse.core.records import Conversation, Item, Persona, Profile, Provenance, Reason, Review, Turn

COLOURS = {"red": (200, 30, 40), "blue": (40, 70, 200), "green": (40, 140, 60), "black": (25, 25, 28)}
OFFLINE = Provenance(writer="offline/muse-offline-1", scripted=True, seed=1, prompts={})


def item(number: int = 0, **changes: object) -> Item:
    """Item `i0`, `i1`, ..: a plain garment whose colour the title leaves out."""
    colour = list(COLOURS)[number % len(COLOURS)]
    garment = ("Shirt", "Dress")[number // len(COLOURS) % 2]
    base = Item(
        item_id=f"i{number}",
        title=f"Alder & Co Cotton {garment} No {number}",
        description=f"A {garment.lower()} of soft cotton.",
        features=("100% cotton", "Machine wash"),
        categories=("Clothing, Shoes & Jewelry", "Women", "Clothing", f"{garment}s"),
        price=20.0 + number,
        store="Alder & Co",
        image=f"i{number}.jpg",
        source="rendered",
        visual_description=f"A plain {colour} {garment.lower()} with short sleeves.",
    )
    return base.model_copy(update=changes)


def catalog(folder: Path, count: int = 8) -> list[Item]:
    """`count` items; their pictures (64 px JPEGs, a coloured shape on white) are written to `folder`."""
    items = [item(number) for number in range(count)]
    folder.mkdir(parents=True, exist_ok=True)
    for number, made in enumerate(items):
        picture = Image.new("RGB", (64, 64), (245, 245, 245))
        fill = list(COLOURS.values())[number % len(COLOURS)]
        ImageDraw.Draw(picture).polygon([(20, 10), (44, 10), (50, 54), (14, 54)], fill=fill)
        picture.save(folder / made.image, quality=92)
    return items


def profile(number: int = 0, target: str = "i1") -> Profile:
    """Profile `p000000`, `p000001`, .."""
    return Profile(
        profile_id=f"p{number:06d}",
        persona=Persona(name=f"Ana Marsh {number}", gender="female", age=34, profession="teacher"),
        reason=Reason(group="Attend", text="Attend a garden party"),
        scenario=f"Ana has been asked to a garden party on day {number} and wants to wear something light.",
        requirements=("light fabric",),
        target_item=target,
        category="Shirts",
        provenance=OFFLINE,
    )


def turn(speaker: str, action: str, text: str, *items: str) -> Turn:
    """An utterance about `items`, each shown with its picture."""
    return Turn(speaker=speaker, action=action, text=text, items=items, images=items, query=None, original_text=None)


def conversation(number: int = 0, target: str = "i1", shown: str = "i0") -> Conversation:
    """Conversation `c000000`, ..: chat, a rejected recommendation, the target, accepted. Eight utterances."""
    return Conversation(
        conversation_id=f"c{number:06d}",
        profile=profile(number, target),
        opening="text",
        reached="retrieved",
        turns=(
            turn("user", "chit-chat", f"Hello, I have been asked to a garden party on day {number}."),
            turn("assistant", "chit-chat", "How lovely, what do you have in mind?"),
            turn("user", "chit-chat", "Something light, it will be warm."),
            turn("assistant", "recommend", "This cotton shirt is light. It has short sleeves.", shown),
            turn("user", "reject", "I was hoping for blue rather than red.", shown),
            turn("assistant", "recommend", "Then look at this blue one, also cotton.", target),
            turn("user", "accept", "Yes, I will take that one.", target),
            turn("assistant", "chit-chat", "Enjoy the party!"),
        ),
        review=Review(content_quality=2, logical_fluency=2, user_consistency=1, fits_context=True),
        provenance=OFFLINE,
    )
