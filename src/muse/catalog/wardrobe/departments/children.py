"""The girls', boys' and baby departments."""

CHILDREN = """
# Girls/Clothing/Dresses | print | bright | cotton, cotton blend
Casual Dresses | dress | Dress | 34 | 14-48 | length=knee,mini; sleeve=sleeveless,short,long
Special Occasion Dresses | gown | Party Dress | 18 | 24-85 | materials=satin,chiffon; skirt=full;
    neckline=halter,off-shoulder; patterns=plain; colours=soft
# Girls/Clothing/Tops & Tees | casual | bright | cotton, cotton blend
T-Shirts | t-shirt | T-Shirt | 36 | 7-24 | length=regular; sleeve=short,long
Tank Tops | tank top | Tank Top | 14 | 6-20 |
Blouses | blouse | Blouse | 14 | 12-36 | patterns=print
# Girls/Clothing/Sweaters & Hoodies | knit | bright | acrylic, cotton blend
Sweaters | sweater | Sweater | 18 | 14-45 |
Cardigans | cardigan | Cardigan | 16 | 14-45 | length=regular
Hoodies | hoodie | Hoodie | 20 | 14-42 | materials=fleece; patterns=casual
# Girls/Clothing/Bottoms | casual | bright | cotton, cotton blend
Leggings | leggings | Leggings | 22 | 7-22 | materials=spandex blend; patterns=print
Jeans | jeans | Jeans | 18 | 14-42 | materials=denim; colours=denim; patterns=plain
Shorts | shorts | Shorts | 16 | 8-26 | length=short,mid-thigh
Skirts | pleated skirt | Skirt | 16 | 12-34 | patterns=sober; colours=bright; length=mini,knee
Overalls | overalls | Overalls | 10 | 18-48 | materials=denim,corduroy; patterns=plain
# Girls/Clothing | print | bright | cotton, nylon
Jackets & Coats | puffer jacket | Puffer Jacket | 18 | 26-90 | materials=quilted nylon; patterns=plain; sleeve=long
Swimwear | swimsuit | Swimsuit | 18 | 12-40 | materials=nylon
Pajama Sets | pajamas | Pajama Set | 18 | 12-36 | materials=cotton
Socks | socks | Socks | 12 | 4-14 | patterns=accessory; materials=cotton blend
Tights | tights | Tights | 8 | 6-16 | materials=nylon
# Girls/Shoes | shoe | bright | canvas, leather
Sneakers | sneakers | Sneakers | 28 | 20-65 |
Flats | flats | Mary Jane Flats | 18 | 16-48 | detail=bow,ankle strap
Sandals | sandals | Sandals | 14 | 12-42 | style=slide,strappy
Boots | ankle boots | Boots | 14 | 24-70 | heel=flat
Rain Boots | rain boots | Rain Boots | 8 | 16-42 | materials=rubber; patterns=accessory
# Girls/Accessories | accessory | bright | cotton, acrylic
Headbands & Hair Accessories | hair clip | Hair Accessory | 10 | 4-15 | materials=satin
Hats | bucket hat | Bucket Hat | 8 | 9-26 |
Backpacks | backpack | School Backpack | 14 | 18-60 | materials=nylon
Bracelets | bead bracelet | Beaded Bracelet | 8 | 5-20 | patterns=plain; materials=glass beads
# Boys/Clothing/Tops | casual | bright | cotton, cotton blend
T-Shirts | t-shirt | T-Shirt | 38 | 7-24 | length=regular; neckline=crew; sleeve=short,long
Polos | polo shirt | Polo Shirt | 16 | 10-30 |
Button-Down Shirts | shirt | Button-Down Shirt | 16 | 12-36 | patterns=shirt
Sweaters | sweater | Sweater | 14 | 14-45 | patterns=knit; materials=acrylic
Hoodies | hoodie | Hoodie | 24 | 14-42 | materials=fleece
Sweatshirts | sweatshirt | Sweatshirt | 18 | 12-36 | materials=fleece
# Boys/Clothing/Bottoms | plain | all | cotton, twill
Jeans | jeans | Jeans | 20 | 14-42 | materials=denim; colours=denim; leg=skinny,straight
Joggers | joggers | Joggers | 18 | 12-34 | materials=fleece; patterns=sport
Shorts | shorts | Shorts | 18 | 9-28 | patterns=casual; length=mid-thigh,knee
Pants | trousers | Pants | 14 | 14-38 | leg=slim,straight; length=full length; front=flat front
# Boys/Clothing | casual | bright | cotton, nylon
Jackets & Coats | parka | Jacket | 16 | 28-90 | materials=nylon,canvas; patterns=sport; length=short
Suits & Blazers | blazer | Blazer | 8 | 28-90 | materials=wool blend; patterns=sober; colours=sober; fit=slim,regular
Swim Trunks | swim trunks | Swim Trunks | 16 | 10-32 | materials=nylon; patterns=print
Pajama Sets | pajamas | Pajama Set | 16 | 12-34 | materials=cotton
Underwear | boxers | Boxer Briefs | 8 | 6-20 | cut=boxer briefs
Socks | socks | Socks | 10 | 4-14 | patterns=knit; materials=cotton blend
# Boys/Shoes | shoe | bright | canvas, mesh
Sneakers | sneakers | Sneakers | 28 | 20-65 |
Running Shoes | running shoes | Running Shoes | 16 | 24-70 | materials=mesh
Boots | work boots | Boots | 12 | 26-70 | materials=leather,suede; colours=leather
Sandals | sandals | Sandals | 10 | 12-38 | style=slide,thong
# Boys/Accessories | casual | bright | twill, acrylic
Hats & Caps | baseball cap | Cap | 12 | 8-24 |
Beanies | beanie | Beanie | 8 | 8-22 | patterns=knit; materials=chunky knit
Bow Ties | bow tie | Bow Tie | 6 | 6-18 | patterns=accessory; materials=satin
Backpacks | backpack | School Backpack | 12 | 18-60 | materials=nylon; patterns=sport
# Baby/Clothing | casual | soft | cotton, organic cotton
Bodysuits | bodysuit | Bodysuit | 22 | 7-24 |
Sweaters | cardigan | Cardigan | 10 | 12-34 | materials=merino wool,acrylic; patterns=knit; length=regular;
    closure=button front
Overalls | overalls | Overalls | 10 | 14-38 | materials=corduroy,denim; patterns=plain
Hats & Beanies | beanie | Beanie | 8 | 6-20 | materials=merino wool,chunky knit; patterns=knit
Mittens | gloves | Mittens | 6 | 6-16 | style=mittens; materials=fleece,merino wool; patterns=knit
"""
