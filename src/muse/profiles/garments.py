"""Words for kinds of clothing, footwear and accessories, in the singular."""

from __future__ import annotations

_WORDS = """
anklet anorak apron backpack bag balaclava bandana bangle beanie belt beret bikini blazer blouse bodysuit bomber
boot bootie bowtie boxer bra bracelet breeches brief briefcase brooch camisole cap cape cardigan cargo chino choker
clog clutch coat coverall crossbody cufflink cummerbund dress dungaree earmuff earring espadrille fascinator fedora
flat fleece flip-flop footie footwear glasses glove gown handbag handkerchief hat headband heel hoodie hosiery
jacket jean jersey jewelry jewellery jogger jumper jumpsuit keychain keyring kimono legging legwarmer lingerie
loafer locket mitten moccasin mule neckerchief necklace necktie nightgown nightshirt overall oxford pajama pant
panties panty parka pendant pinafore poncho polo pullover pump purse pyjama raincoat ring robe romper sandal sarong
satchel scarf scrubs shawl shirt shoe short shrug skirt skort slide slipper sneaker sock stiletto stocking stole
stud suit sundress sunglasses suspender sweater sweatpant sweatshirt sweatsuit swimsuit swimwear t-shirt tankini tee
thong tie tights top tote tracksuit trainer trench trouser trunk tunic turtleneck tuxedo undershirt underwear vest
visor waistcoat wallet watch wedge windbreaker wrap wristlet wristwatch
"""

GARMENTS = frozenset(_WORDS.split())
