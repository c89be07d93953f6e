from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
import support
import yaml
from PIL import Image, ImageDraw

from muse.core.records import Item, Persona, Reason
from muse.offline.language import profiles_wares
from muse.offline.request import BadRequestError, Request, parse
from muse.offline.sight import Sight
from muse.offline.tasks import answer
from muse.profiles.agent import JUDGE, WRITE, Situation
from muse.profiles.naming import Namer

REASONS = yaml.safe_load((Path(__file__).parents[3] / "config/purchase_reasons.yaml").read_text(encoding="utf-8"))
ROOT = "Clothing, Shoes & Jewelry"


def picture() -> bytes:
    drawn = Image.new("RGB", (96, 96), (245, 245, 245))
    ImageDraw.Draw(drawn).polygon([(30, 14), (66, 14), (74, 80), (22, 80)], fill=(200, 30, 40))
    data = io.BytesIO()
    drawn.save(data, "JPEG", quality=92)
    return data.getvalue()


PICTURE = picture()


def thing(path: str, title: str, *features: str) -> Item:
    return support.item(
        0, title=title, categories=(ROOT, *path.split("/")), features=features, description="", store=None
    )


DRESS = thing("Women/Dresses/Maxi Dresses", "Women's Linen Maxi Dress", "Material: linen")
COAT = thing("Men/Coats/Wool & Pea Coats", "Men's Wool Coat", "Material: wool")
TEE = thing("Women/Tops/T-Shirts", "Women's T-Shirt", "Machine washable")
BAG = thing("Luggage/Totes", "Canvas Tote", "Two pockets")
GIRLS = thing("Girls/Shoes/Sneakers", "Girls' Sneakers")
BABY = thing("Baby/Clothing/Bodysuits", "Baby Bodysuit")
TANK = thing("Women/Tops", "Women's Tank Top", "Machine wash cold, tumble dry low")
SWIM = thing("Men/Swim/Board Shorts", "Men's Board Shorts")
BRA = thing("Women/Lingerie/Bras", "Women's Bra")


def ask(prompt: Any, item: Item, group: str, reason: str, persona: Persona, seed: int = 1) -> dict[str, Any]:
    system, user = prompt.render(Situation(persona=persona, reason=Reason(group=group, text=reason), item=item))
    messages = [{"role": "system", "content": system}, {"role": "user", "content": user}]
    request = parse({"messages": messages, "seed": seed})
    return answer(Request(request.task, request.sections, {"item": PICTURE}, request.random))


def person(gender: str = "female", age: int = 40, profession: str = "Engineer, civil (consulting)") -> Persona:
    name = {"female": "Ana", "male": "Ben", "unknown": "Robin"}[gender]
    return Persona(name=f"{name} Marsh", gender=gender, age=age, profession=profession)


@pytest.mark.parametrize(
    ("item", "group", "reason", "gender", "age", "plausible"),
    [
        (DRESS, "Attend", "Attend a beach wedding", "female", 40, True),
        (DRESS, "Attend", "Attend a beach wedding", "male", 40, False),
        (DRESS, "Attend", "Attend a beach wedding", "unknown", 40, True),
        (DRESS, "Attend", "Attend a winter wedding", "female", 40, False),  # linen in winter
        (DRESS, "Gifts", "Find a birthday present for a wife", "male", 40, True),
        (DRESS, "Gifts", "Find a birthday present for a husband", "female", 40, False),
        (DRESS, "Gifts", "Find a birthday present for a wife", "male", 9, False),
        (DRESS, "Sports", "Get ready for rugby", "female", 30, False),
        (COAT, "Season", "Get ready for winter", "male", 40, True),
        (COAT, "Season", "Get ready for summer", "male", 40, False),
        (COAT, "Sports", "Get ready for folk dance", "male", 40, False),
        (COAT, "Attend", "Attend a pool party", "male", 40, False),
        (TEE, "Attend", "Attend a charity ball", "female", 40, False),
        (TEE, "Attend", "Attend a company picnic", "female", 40, True),
        (TEE, "Attend", "Attend a company picnic", "female", 8, False),  # a child at work
        (BAG, "Attend", "Attend a flea market", "male", 66, True),
        (BAG, "Work", "Dress for a new job", "female", 14, False),
        (GIRLS, "Attend", "Attend a town fair", "female", 40, False),
        (GIRLS, "Attend", "Attend a town fair", "female", 8, True),
        (GIRLS, "Gifts", "Find a birthday present for a granddaughter", "male", 64, True),
        (GIRLS, "Gifts", "Find a birthday present for a grandson", "male", 64, False),
        (GIRLS, "Gifts", "Find a birthday present for a mother", "female", 30, False),
        (BABY, "Gifts", "Find a new-baby present for a sister", "male", 34, True),
        (TEE, "Gifts", "Find a new-baby present for a sister", "male", 34, False),
        (BABY, "Attend", "Attend a town fair", "unknown", 6, False),
        (BABY, "Gifts", "Find a birthday present for a best friend", "male", 34, False),
        (SWIM, "Gifts", "Find a farewell present for a boss", "male", 34, False),
        (TANK, "Season", "Get ready for summer", "female", 40, True),  # "wash cold" does not make it warm
        (SWIM, "Sports", "Get ready for surfing", "male", 30, True),
        (SWIM, "Sports", "Get ready for ice hockey", "male", 30, False),
        (SWIM, "Attend", "Attend a funeral", "male", 30, False),
        (BRA, "Gifts", "Find a birthday present for a colleague", "female", 30, False),
        (BRA, "Trend", "Try a look seen in a magazine", "female", 30, False),
        (TEE, "Celebrate", "Celebrate turning eighteen", "female", 18, True),
        (TEE, "Celebrate", "Celebrate turning eighteen", "female", 50, False),
    ],
)
def test_the_judge_uses_sense(item: Item, group: str, reason: str, gender: str, age: int, plausible: bool) -> None:
    said = ask(JUDGE, item, group, reason, person(gender, age, "none" if age < 16 else "Baker"))
    assert said["plausible"] is plausible, said["why"]
    assert JUDGE.answer.model_validate(said)


@pytest.mark.parametrize(("garment", "plausible"), [("shirt", True), ("dress", False)])
def test_the_picture_tells_what_the_words_leave_open(
    monkeypatch: pytest.MonkeyPatch, garment: str, plausible: bool
) -> None:
    monkeypatch.setattr(profiles_wares, "see", lambda picture: Sight(garment, ("red",), "plain"))
    said = ask(JUDGE, thing("Things", "Number 7"), "Sports", "Get ready for rugby", person())
    assert said["plausible"] is plausible


@pytest.mark.parametrize(("pattern", "plausible"), [("plain", True), ("animal print", False)])
def test_nothing_loud_at_a_funeral(monkeypatch: pytest.MonkeyPatch, pattern: str, plausible: bool) -> None:
    monkeypatch.setattr(profiles_wares, "see", lambda picture: Sight("coat", ("black",), pattern))
    said = ask(JUDGE, thing("Men/Coats", "Men's Coat"), "Attend", "Attend a funeral", person("male"))
    assert said["plausible"] is plausible


ITEMS = (
    DRESS,
    COAT,
    TEE,
    BAG,
    GIRLS,
    SWIM,
    BABY,
    BRA,
    thing("Women/Jewelry/Earrings", "Gold Earrings"),
    thing("Things", "It"),
)
PEOPLE = (
    person("female", 7, "none"), person("male", 14, "none"), person("unknown", 19, "Baker"), person("female", 33),
    person("male", 52, "Copy"), person("unknown", 69, "Teacher, primary school"),
)  # fmt: skip


@pytest.mark.parametrize("group", sorted(REASONS))
def test_every_reason_can_be_told_for_anybody_and_anything(group: str) -> None:
    texts = REASONS[group][::3] if len(REASONS[group]) > 20 else REASONS[group]
    for number, reason in enumerate(texts):
        who, item = PEOPLE[number % len(PEOPLE)], ITEMS[number % len(ITEMS)]
        said = WRITE.answer.model_validate(ask(WRITE, item, group, reason, who))
        assert not re.search(r"[{}@<>\[\]|]|::|\(n\)", said.scenario), said.scenario
        sentences = re.findall(r"[.!?](?= |$)", said.scenario.replace("No. ", ""))
        assert 3 <= len(sentences) <= 7, said.scenario
        assert who.name.split()[0] in said.scenario
        assert len(set(said.requirements)) == len(said.requirements) <= 2


def test_the_item_is_rarely_named_at_the_first_attempt() -> None:
    named = sum(
        Namer(item).find(ask(WRITE, item, "Attend", reason, person())["scenario"]) is not None
        for item in (DRESS, COAT, TEE, BAG)
        for reason in REASONS["Attend"][::20]
    )
    assert named <= 2  # of 40; the pipeline asks again


def test_the_same_request_gets_the_same_answer_and_another_seed_another() -> None:
    told = [ask(WRITE, DRESS, "Attend", "Attend a beach wedding", person(), seed) for seed in (1, 1, 2)]
    assert told[0] == told[1] != told[2]


@pytest.mark.parametrize("group", ["Hobbies", "Gifts", "Attend"])
def test_a_reason_of_ones_own_wording_is_told_too(group: str) -> None:
    said = ask(WRITE, BAG, group, "Join the brass band", person())
    assert "join the brass band" in said["scenario"].lower()


def test_a_budget_covers_the_price() -> None:
    limits = []
    for seed in range(60):
        said = ask(WRITE, BAG, "Attend", "Attend a town fair", person(), seed)
        limits += [
            int(amount) for amount in re.findall(r"\$(\d+)", " ".join([said["scenario"], *said["requirements"]]))
        ]
    assert limits
    assert min(limits) >= 20  # the item's price


def test_colours_are_those_of_the_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(profiles_wares, "see", lambda picture: Sight("bag", ("teal",), "floral"))
    told = [ask(WRITE, BAG, "Attend", "Attend a town fair", person(), seed) for seed in range(40)]
    wishes = [wish.lower() for said in told for wish in said["requirements"]]
    assert any("teal" in wish for wish in wishes)
    assert any("pattern" in wish for wish in wishes)
    assert not any(colour in wish for wish in wishes for colour in ("red", "black", "navy"))


def test_an_age_that_is_no_number_is_a_bad_request() -> None:
    with pytest.raises(BadRequestError, match="age 'old'"):
        messages = [{"role": "system", "content": "Task: judge_plausibility"},
                    {"role": "user", "content": "<gender>female</gender><age>old</age>"}]  # fmt: skip
        answer(parse({"messages": messages}))
