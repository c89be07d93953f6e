"""Whether a shop's category tag names clothing, footwear or an accessory: by its head words."""

from __future__ import annotations

import re
from typing import Any

from muse.offline.request import Request
from muse.offline.tasks import task

CLOTHING = """
    anorak apparel apron base_layer bikini blazer bloomer blouse bodysuit bottom boxer boy_short bra bralette
    brassiere breech brief bustier camisole cami cape capri cardigan chino cloak coat corset costume cover_up
    coverall cummerbund denim down dress dungaree fleece footie garter gown halter hoodie jacket jean jegging jersey
    jogger jumper jumpsuit kaftan kilt kimono knit_top layer legging leotard lingerie longsleeve loungewear
    nightgown nightshirt nightwear one_piece onesie outerwear outfit outwear overall pajama pant pantie panty parka
    peacoat petticoat pinafore polo poncho pullover pyjama raincoat rain rash_guard robe romper sari scrub shapewear
    shell shirt short shrug singlet skirt skort sleep sleeper sleepshirt sleepwear slip suit suiting sweater
    sweatpant sweatshirt sweatsuit swim_trunk swimsuit swimwear t_shirt tank tankini tee thong g_string tights tight
    tracksuit trench trouser trunk tunic turtleneck tutu tuxedo underpant undershirt underwear uniform vest
    waistcoat windbreaker workwear top sleep_set clothing garment
"""
FOOTWEAR = """
    ankle boot bootie brogue chukka clog derby espadrille flat flip_flop footwear heel hiker knee_high loafer
    mary_jane moccasin monk_strap mule oxford platform plimsoll pump sandal shoe slide slip_on slipper sneaker
    stiletto trainer wedge
"""
ACCESSORY = """
    anklet arm_warmer backpack bag balaclava band bandana bangle beanie belt beret body_chain bow_tie bowtie
    bracelet briefcase brooch buckle button cap card_case carry_on chain charm choker clip_on clutch coin_purse
    cravat crossbody cuff cuff_link cufflink duffel earmuff earring eyeglass eyeglass_chain eyeglass_case eyewear
    eyewear_frame fanny_pack fascinator fedora gaiter glasses glove hair_clip handbag handkerchief hat headband
    headwear hosiery id_case jewelry jewellery keychain keyring leg_warmer locket messenger mitten money_clip
    money_organizer muffler neck_gaiter necklace necktie pashmina pearl_strand pendant pin pocket_square pouch purse
    ring satchel scarf scrunchie shawl skullie sock stocking stole stud sunglasses suspender tie tote turban
    umbrella visor waist_pack wallet watch wrap wrist_watch wristlet wristwatch
"""
# Before or after an article's name these make it a thing for, about or of the article.
OTHER = """
    bead box brand brush care cleaner cleaning clearance deal department display dryer fabric gemstone gift hanger
    holder horn insole kit lace loose luggage machine material part pattern polish rack repair replacement sale
    shoelace spray stand storage stretcher stuffer supply tool toy tree
"""
# "A pair, set, .. of X" is X.
MEASURES = frozenset({"set", "pair", "pack", "style", "collection"})
SINGULARS = {
    **{
        f"{word}s": word
        for word in ("beanie", "bootie", "bowtie", "footie", "hoodie", "necktie", "pantie", "scrunchie", "skullie")
    },
    **{word: word for word in ("tights", "sunglasses", "glasses", "fleece")},
    "scarves": "scarf",
}


def _entries(words: str) -> frozenset[str]:
    return frozenset(words.split())


OTHERS = _entries(OTHER)
KINDS = {"clothing": _entries(CLOTHING), "footwear": _entries(FOOTWEAR), "an accessory": _entries(ACCESSORY)}


@task("is_clothing_tag")
def is_clothing_tag(request: Request) -> dict[str, Any]:
    """Judge the tag's parts ("Mules & Clogs" has two) by their last words; one that names an article is enough."""
    words = _words(request.section("tag"))
    if any(word in OTHERS for part in words for word in part):
        return {"clothing": False, "why": "things for articles of clothing, not the articles"}
    for part in words:
        for kind, known in KINDS.items():
            if _head(part, known):
                return {"clothing": True, "why": f"names {kind}"}
    return {"clothing": False, "why": "names no article that is worn or carried"}


def _words(tag: str) -> list[list[str]]:
    parts = re.split(r"[&,/]|\band\b", tag.lower().replace("'", ""))
    return [[_singular(word) for word in re.findall(r"[^\W_]+", part)] for part in parts]


def _head(part: list[str], known: frozenset[str]) -> bool:
    named = bool(part) and (part[-1] in known or "_".join(part[-2:]) in known)
    return named or (len(part) > 1 and part[-1] in MEASURES and _head(part[:-1], known))


def _singular(word: str) -> str:
    if word in SINGULARS:
        return SINGULARS[word]
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    if re.search(r"(ss|sh|ch|x)es$", word):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 2 else word
