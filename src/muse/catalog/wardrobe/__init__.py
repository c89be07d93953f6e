"""The wardrobe: clothes, shoes, bags and jewellery drawn by code as SVG, with the words a shop would put to them."""
