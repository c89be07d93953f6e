from __future__ import annotations

import numpy as np
import pytest

from muse.core import escape
from muse.offline.language import audience, differences, searching
from muse.offline.language.companions import matches
from muse.offline.language.differences import Difference
from muse.offline.language.grammar import load
from muse.offline.language.items import Thing, find_noun
from muse.offline.language.listening import listen
from muse.offline.language.meaning import moved
from muse.offline.language.retelling import introduced, introductions, stands_alone, tell
from muse.offline.language.rewording import reword
from muse.offline.language.telling import spending, told_apart
from muse.offline.sight import Sight


def rng(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


def thing(title: str = "Alder & Co Women's Cotton Shirt", sight: Sight | None = None, **lines: str) -> Thing:
    known = {"Title": title, "Store": "Alder & Co", "Category": "Clothing > Women > Shirts", "Price": "$20.00"}
    return Thing(known | {key.capitalize(): value for key, value in lines.items()}, sight)


RED = Sight("shirt", ("red",), "plain")
NAVY = Sight("shirt", ("navy", "white"), "horizontal stripes")


@pytest.mark.parametrize(
    ("text", "word", "plural"),
    [
        ("Striped Button-Down Shirt", "shirt", False),
        ("Fashion Sneakers", "sneakers", True),
        ("Maxi Dresses", "dress", False),
        ("Wool Overcoat", "coat", False),
        ("Rain Boots", "rain boots", True),
        ("Watches", "watch", False),
    ],
)
def test_nouns(text: str, word: str, plural: bool) -> None:
    noun = find_noun(text)
    assert noun is not None
    assert (noun.word, noun.plural) == (word, plural)


def test_no_noun_in_other_words() -> None:
    assert find_noun("a shirtless, bootable capital") is None


def test_a_name_is_the_title_without_store_and_audience() -> None:
    assert thing("Alder & Co Women's Piper Mini Dress, Soft Cotton").name == "Piper Mini Dress"


def test_only_a_sure_pattern_is_spoken_of() -> None:
    unsure = Sight("shirt", ("navy", "white"), "floral", pattern_confidence=0.4)
    assert (thing(sight=NAVY).pattern, thing(sight=unsure).pattern) == ("horizontal stripes", "")
    assert thing(sight=NAVY).colour == "navy and white"
    assert thing(sight=unsure).colour == "navy"


def test_the_kind_comes_before_looks() -> None:
    dress = thing("Dress", category="Clothing > Women > Dresses", sight=NAVY)
    found = differences.find(thing(sight=RED), dress, "", rng())
    assert (found.aspect, found.shown, found.wanted) == ("kind", "shirt", "dress")


def test_a_difference_is_true_of_both_and_not_told_twice() -> None:
    for seed in range(30):
        found = differences.find(thing(sight=RED), thing(sight=NAVY), "I'd like navy", rng(seed))
        assert (found.aspect, found.shown, found.wanted) == ("pattern", "plain", "horizontal stripes")


def test_price_counts_when_a_fifth_apart() -> None:
    close = differences.find(thing(price="$20.00"), thing(price="$22.00"), "", rng())
    far = differences.find(thing(price="$40.00"), thing(price="$22.00"), "", rng())
    assert close.aspect == "style"
    assert (far.aspect, far.shown, far.wanted, far.facts()["cheaper"]) == ("price", "$40", "$22", True)


def test_a_style_is_asked_for_by_words_that_the_shown_thing_lacks() -> None:
    unlisted = differences.find(thing(), thing(features="V-neck"), "", rng())
    assert (unlisted.aspect, unlisted.wanted, unlisted.facts()["unlisted"]) == ("style", "v-neck", True)
    less = differences.find(thing("Fable Pink Shirt"), thing("Juno Shirt"), "", rng())
    assert less.facts()["alike"]


def test_companions() -> None:
    skirt = thing("Skirt", category="Clothing > Women > Skirts", sight=Sight("skirt", ("black",), "plain"))
    assert matches(skirt, thing(sight=RED)) == (True, "nothing speaks against it")
    assert not matches(thing(sight=RED), thing(sight=NAVY))[0]
    pink = thing("Skirt", category="Clothing > Women > Skirts", sight=Sight("skirt", ("pink",), "plain"))
    assert matches(pink, thing(sight=RED)) == (False, "pink beside red jars")
    boys = thing("Jeans", category="Clothing > Boys > Jeans", sight=Sight("jeans", ("blue",), "plain"))
    assert not matches(boys, thing(sight=RED))[0]


def test_a_wish_is_told_from_what_is_turned_down() -> None:
    wanted, unwanted = searching.split_wish("I'd prefer navy to red. I'd rather have linen than cotton.")
    assert ("navy" in wanted, "red" in unwanted) == (True, True)
    wanted, _ = searching.split_wish("It has to be sunglasses, when I picture it.")
    assert "sunglasses" in wanted
    wanted, unwanted = searching.split_wish("I was thinking of boots rather than a dress.")
    assert ("boots" in wanted, "dress" in wanted, "dress" in unwanted) == (True, False, True)


def test_the_query_takes_up_the_wish_and_drops_the_old_colour() -> None:
    history = ["User (chit-chat): A light shirt for a party", "User (reject): Do you have one in navy instead of red?"]
    query = searching.merge("red shirt party light", history).split()
    assert query[0] == "navy"
    assert "red" not in query
    assert "shirt" in query


def test_the_candidate_of_the_wished_kind_wins() -> None:
    lines = [
        "1. Title: Red Shirt | Seen: navy",
        "2. Title: Navy Boots | Seen: navy",
        "3. Title: Brown Boots | Seen: brown",
    ]
    assert searching.best_candidate("boots brown", lines) == 3


@pytest.mark.parametrize(
    ("name", "gender", "scenario", "told"),
    [
        ("Ana", "female", "Ana wants to feel at ease.", "I want to feel at ease."),
        (
            "Ana",
            "female",
            "She is off to a ball, and her sister drives her there.",
            "I am off to a ball, and my sister drives me there.",
        ),
        (
            "Leo",
            "male",
            "He has promised Tom to come, and he worries a little.",
            "I have promised Tom to come, and I worry a little.",
        ),
        ("Leo", "male", "Leo, who is late, rarely goes out.", ""),
        ("Kim", "unknown", "They have asked their boss.", "I have asked my boss."),
        ("Ana", "female", "It starts at eight.", "It starts at eight."),
        ("Ana", "female", "Logos make her look like a curtain.", "Logos make me look like a curtain."),
        (
            "Ana",
            "female",
            "Sunday is the day: Ana will be with Tom and wants to bring a cake.",
            "Sunday is the day: I will be with Tom and want to bring a cake.",
        ),
    ],
)
def test_a_scenario_is_retold_in_the_first_person(name: str, gender: str, scenario: str, told: str) -> None:
    assert "".join(tell(scenario, name, gender)[:1]) == told


def test_who_is_meant_must_be_clear() -> None:
    scenario = "She loves roses. Ana has looked everywhere."
    assert tell(scenario, "Ana", "female", another="female") == ["I have looked everywhere."]


@pytest.mark.parametrize(
    ("original", "rewritten", "kept"),
    [
        ("How about the Juno shirt at $20.00?", "What about the Juno shirt at $20.00?", True),
        ("How about the Juno shirt at $20.00?", "What about the Juno shirt at $25.00?", False),
        ("I'd prefer navy to red.", "I'd prefer red.", False),
        ("I like it.", "I don't like it.", False),
        ("These boots are warm.", "These sandals are warm.", False),
        ("A garden party by the lake tomorrow", "Hello there", False),
    ],
)
def test_the_checker(original: str, rewritten: str, kept: bool) -> None:
    assert (moved(original, rewritten) == "") is kept


@pytest.mark.parametrize("colloquial", [True, False])
def test_rewording_keeps_what_the_checker_guards(colloquial: bool) -> None:
    text = 'I would like the Juno Nice Shirt at $20.00. "Thank you for this", the page says. It\'s an important thing.'
    said = {reword(text, rng(seed), colloquial=colloquial, speaker="user") for seed in range(50)}
    assert len(said) > 4
    assert not [one for one in said if moved(text, one)]
    assert all('"Thank you for this"' in one and "Juno Nice Shirt" in one for one in said)
    assert not [one for one in said if "an vital" in one]


def test_two_photos_under_one_name_are_told_apart_by_what_shows_or_not_at_all() -> None:
    one, same = thing(sight=RED), thing(sight=RED)
    found = differences.find(one, same, "", rng())
    assert found.shown != found.wanted


def test_the_category_is_read_as_a_prompt_writes_it() -> None:
    path = escape.prompt("Clothing, Shoes & Jewelry > Luggage & Travel Gear > Bags > Waist Packs")
    assert thing("Willa Zip Top Black Waist Pack", category=path).noun.word == "belt bag"
    assert thing("Willa Chain", category=escape.prompt("Clothing > Men > Belts")).noun.word == "belt"


def test_a_set_is_one_thing() -> None:
    assert thing("Juno Pajama Set", category="Clothing > Women > Pajama Sets").facts()["plural"] is False
    assert thing("Juno Sandals", category="Clothing > Women > Sandals").facts()["plural"] is True


@pytest.mark.parametrize(
    ("said", "fitting"),
    [
        ("I'm 61 and mostly shop in womenswear.", {"women"}),
        ("Think of a man of 40.", {"men"}),
        ("It's for a girl of 9, so girls' sizes.", {"girls"}),
        ("I need a birthday present for my older sister. My uncle sent me.", {"women"}),
        ("I need a birthday present for my teenage son.", {"men", "boys"}),
        ("My sister says trends pass.", set(audience.ALL)),
        ("Men's or women's, that's all the same to me.", set(audience.ALL)),
        ("That's women's, I think, and I'd need men's sizes.", {"men"}),
        ("I should have said: women's rather than girls'.", {"women"}),
        ("A present for my colleague.", set(audience.ALL)),
    ],
)
def test_for_whom_it_is(said: str, fitting: set[str]) -> None:
    assert audience.wearers(said) == fitting


@pytest.mark.parametrize(
    ("said", "limit"),
    [
        ("Money is a little tight, so it stops at $35.", 35),
        ("Under 40 dollars, please.", 40),
        ("I have put aside about $70 for it.", 70),
        ("I could go up to $146 for something that lasts.", None),
        ("It is $26.50, I see.", None),
    ],
)
def test_what_may_be_spent(said: str, limit: float | None) -> None:
    assert audience.limit(said) == limit


def test_what_fits_the_shopper_comes_before_the_kind_and_their_limit_counts() -> None:
    lines = [
        "1. Title: Girls' Red Dress | Category: Clothing > Girls > Dresses | Price: $10.00",
        "2. Title: Women's Red Dress | Category: Clothing > Women > Dresses | Price: $80.00",
        "3. Title: Women's Red Dress | Category: Clothing > Women > Dresses | Price: $30.00",
    ]
    assert searching.best_candidate("red dress", lines) == 1
    assert searching.best_candidate("red dress", lines, "Womenswear, please.") == 2
    assert searching.best_candidate("red dress", lines, "Womenswear, please, and at most $40.") == 3


def test_the_query_keeps_the_rail_and_the_kind_that_was_right() -> None:
    history = [
        "User (chit-chat): I need something for a conference. It's for me, so women's sizes.",
        "Assistant (recommend): How about the Tilda T-Shirt? Picture a wool coat over it.",
        "User (reject): Can we try plain instead of stripes?",
    ]
    assert searching.merge("", history[:1]).split()[0] == "women's"
    query = searching.merge("women's conference", history).split()
    assert {"women's", "t-shirt", "plain"} <= set(query)


def test_a_price_above_the_limit_is_told_as_that_and_one_below_as_kept() -> None:
    said = "It stops at $35."
    assert spending(72.0, said) == {"dear": "$72", "limit": "$35", "price": "", "round_price": ""}
    assert spending(30.5, said) == {"in_budget": True, "limit": "$35"}
    assert spending(30.5, "No idea.") == {}


def test_a_second_thing_of_one_name_is_told_apart() -> None:
    assert told_apart("Arlo Cardigan", "") == "Arlo Cardigan"
    assert told_apart("Arlo Cardigan", "Here is the Arlo Cardigan.") == "other Arlo Cardigan"
    assert told_apart("Arlo Cardigan", "The Arlo Cardigans of old.") == "Arlo Cardigan"


def test_who_is_named_first_is_introduced() -> None:
    known = introductions("Tariq is with her. Her old schoolfriend Tariq calls, and so does Maud from the choir.")
    assert known == {"Maud": "from the choir"}
    known = introductions("She meets her old schoolfriend Tariq.")
    assert introduced("Tariq likes chess.", known, "") == "My old schoolfriend Tariq likes chess."
    assert introduced("I asked Tariq.", known, "Tariq is a friend.") == "I asked Tariq."


@pytest.mark.parametrize(
    ("sentence", "alone"),
    [
        ("The pavements there are slippery.", False),
        ("It had been with me for years.", False),
        ("There are slippery paths.", True),
        ("I never take the bus.", True),
    ],
)
def test_what_points_back_does_not_stand_alone(sentence: str, alone: bool) -> None:
    assert stands_alone(sentence) is alone


def test_a_birthday_is_a_party_to_its_guest_and_a_present_is_not_the_givers_wedding() -> None:
    guest = listen("I've been invited to a thirtieth birthday.")
    assert ("on_party" in guest, "on_gift" in guest) == (True, False)
    giver = listen("I need a wedding present for my niece.")
    assert ("on_wedding" in giver, "on_gift" in giver) == (False, True)


def test_what_lies_ahead_is_echoed_as_it_was_written() -> None:
    assert listen("I'm off to a Christmas party before long.")["echo"] == "the Christmas party"
    assert "echo" not in listen("A fair is coming up, and I'm at a loss.")


def test_a_question_that_wants_an_answer_is_known() -> None:
    assert listen("Women's or men's, if I may ask?")["asked_section"]
    assert listen("Smart or easy-going, which way do you lean?")["answers"]
    assert not listen("What matters most?")["answers"]
    assert listen("Men's or women's, I don't mind.")["said_section"]


def test_typing_keeps_i_and_puts_no_interjection_before_another() -> None:
    said = {reword("So I had a look.", rng(seed), colloquial=True, speaker="assistant") for seed in range(60)}
    assert not [one for one in said if "so" not in one.lower().split()[0]]


DIFFERENCES = [
    Difference("kind", "blouse", "watch"),
    Difference("kind", "trousers", "dress"),
    Difference("colour", "olive", "beige"),
    Difference("material", "cotton", "suede"),
    Difference("pattern", "plain", "floral"),
    Difference("pattern", "floral", "plain"),
]
AUNT = {"gifts": True, "recipient": "my aunt", "they": "she", "them": "her", "their": "her"}


@pytest.mark.parametrize("difference", DIFFERENCES, ids=lambda one: f"{one.aspect} {one.wanted}")
def test_what_the_shopper_says_of_a_difference_is_what_the_assistant_hears(difference: Difference) -> None:
    grammar, random = load("user_opening", "user_items", "small_talk"), rng(5)
    for number in range(600):
        said = grammar.draw("wish", difference.facts() | (AUNT if number % 2 else {}), random)
        wanted, _ = searching.split_wish(said)
        if difference.aspect == "kind":
            noun = find_noun(" ".join(wanted))
            assert noun is not None and noun.word == difference.wanted, said
        elif difference.aspect == "pattern":
            assert ("floral" in wanted) == (difference.wanted == "floral"), said
        else:
            assert difference.wanted in wanted and difference.shown not in wanted, said
