"""The women's department."""

WOMEN = """
# Women/Clothing/Dresses | print | all | viscose, cotton, linen, jersey
Mini Dresses | dress | Mini Dress | 70 | 22-75 | length=mini
Knee-Length Dresses | dress | Dress | 60 | 25-90 | length=knee
Midi Dresses | dress | Midi Dress | 90 | 28-110 | length=midi
Maxi Dresses | dress | Maxi Dress | 75 | 32-130 | length=maxi
Slip Dresses | slip dress | Slip Dress | 35 | 28-110 | materials=satin,silk,viscose
Evening Gowns | gown | Evening Gown | 40 | 80-320 | materials=satin,chiffon,velvet; colours=soft; patterns=plain
Sequin Dresses | slip dress | Sequin Dress | 14 | 55-180 | materials=sequins; patterns=plain; length=mini,midi
Shirt Dresses | shirt dress | Shirt Dress | 40 | 35-110 | patterns=shirt; materials=cotton,linen,denim
Wrap Dresses | wrap dress | Wrap Dress | 45 | 35-120 |
Sweater Dresses | dress | Sweater Dress | 22 | 40-130 | materials=merino wool,acrylic; patterns=knit;
    skirt=straight; sleeve=long,three-quarter
# Women/Clothing/Tops, Tees & Blouses | casual | all | cotton, cotton blend, modal, organic cotton
T-Shirts | t-shirt | T-Shirt | 110 | 10-38 | sleeve=short; length=regular
Long-Sleeve Tees | t-shirt | Long-Sleeve Tee | 45 | 14-45 | sleeve=long
Crop Tops | t-shirt | Crop Top | 40 | 12-40 | length=cropped
Tank Tops | tank top | Tank Top | 70 | 9-32 |
Camis | camisole | Cami | 35 | 14-55 | materials=satin,silk,viscose; patterns=print
Polos | polo shirt | Polo Shirt | 14 | 18-55 |
Blouses | blouse | Blouse | 85 | 22-90 | patterns=print; materials=viscose,chiffon,silk,cotton
Button-Down Shirts | shirt | Button-Down Shirt | 50 | 24-85 | patterns=shirt; materials=cotton,linen
Tunics | tunic | Tunic | 40 | 20-65 | patterns=print; materials=viscose,linen,cotton
# Women/Clothing/Sweaters | knit | all | merino wool, cashmere, acrylic
Pullovers | sweater | Pullover Sweater | 60 | 28-140 | neckline=crew,v-neck,boat
Turtlenecks | sweater | Turtleneck Sweater | 26 | 30-150 | neckline=turtleneck
Cardigans | cardigan | Cardigan | 62 | 28-140 | length=regular
Long Cardigans | cardigan | Long Cardigan | 24 | 35-150 | length=long
Sweater Vests | sweater vest | Sweater Vest | 22 | 24-90 |
Ponchos | poncho | Poncho | 16 | 32-120 | materials=chunky knit,acrylic
# Women/Clothing/Fashion Hoodies & Sweatshirts | casual | all | fleece, cotton blend
Hoodies | hoodie | Hoodie | 50 | 22-75 |
Sweatshirts | sweatshirt | Sweatshirt | 45 | 20-70 |
# Women/Clothing/Coats, Jackets & Vests | sober | sober | wool, wool blend
Wool & Pea Coats | coat | Wool Coat | 45 | 80-380 |
Trench Coats | trench coat | Trench Coat | 26 | 70-320 | materials=twill,canvas
Puffer Jackets | puffer jacket | Puffer Jacket | 40 | 55-240 | colours=all; materials=quilted nylon; sleeve=long;
    patterns=plain
Puffer Vests | puffer jacket | Puffer Vest | 14 | 35-120 | colours=all; materials=quilted nylon;
    sleeve=sleeveless; patterns=plain; length=regular; hood=stand collar
Denim Jackets | denim jacket | Denim Jacket | 26 | 38-120 | colours=denim; materials=denim; patterns=plain
Leather & Faux Leather Jackets | biker jacket | Biker Jacket | 26 | 60-380 | colours=leather;
    materials=leather,faux leather; patterns=plain
Bomber Jackets | bomber jacket | Bomber Jacket | 20 | 40-140 | colours=all; materials=nylon,satin
Parkas | parka | Parka | 18 | 70-260 | materials=canvas,twill; patterns=plain
Raincoats | parka | Raincoat | 15 | 45-160 | colours=bright; materials=nylon; hood=plain hood; patterns=print
# Women/Clothing/Suiting & Blazers | sober | sober | wool, twill, polyester
Blazers | blazer | Blazer | 48 | 45-220 |
Suit Vests | waistcoat | Suit Vest | 12 | 30-110 |
# Women/Clothing/Jeans | plain | denim | denim
Skinny Jeans | jeans | Skinny Jeans | 36 | 30-110 | leg=skinny
Straight-Leg Jeans | jeans | Straight-Leg Jeans | 34 | 34-120 | leg=straight
Bootcut Jeans | jeans | Bootcut Jeans | 20 | 34-115 | leg=bootcut
Wide-Leg Jeans | jeans | Wide-Leg Jeans | 26 | 36-125 | leg=wide
# Women/Clothing/Pants | sober | all | cotton blend, viscose, linen, twill
Work Trousers | trousers | Trousers | 36 | 30-110 | leg=slim,straight,tapered
Wide-Leg Pants | trousers | Wide-Leg Pants | 36 | 28-100 | leg=wide; patterns=print
Cropped Pants | trousers | Cropped Pants | 22 | 25-80 | length=cropped
Corduroy Pants | trousers | Corduroy Pants | 12 | 32-95 | materials=corduroy; patterns=plain
Joggers | joggers | Joggers | 30 | 20-65 | patterns=sport; materials=fleece,cotton blend
Leggings | leggings | Leggings | 60 | 14-60 | patterns=sport; materials=spandex blend; length=full length
Capris | leggings | Capri Leggings | 16 | 14-45 | patterns=sport; materials=spandex blend; length=capri
# Women/Clothing/Shorts | casual | all | cotton, linen, twill
Casual Shorts | shorts | Shorts | 36 | 16-55 |
Denim Shorts | shorts | Denim Shorts | 20 | 20-60 | materials=denim; colours=denim; patterns=plain;
    waist=button waist; length=short,mid-thigh
# Women/Clothing/Skirts | print | all | viscose, cotton, linen
Mini Skirts | skirt | Mini Skirt | 30 | 18-65 | length=mini
Pencil Skirts | skirt | Pencil Skirt | 22 | 24-85 | shape=pencil; patterns=sober; materials=wool,twill;
    length=knee,midi
Midi Skirts | skirt | Midi Skirt | 32 | 25-90 | length=midi
Pleated Skirts | pleated skirt | Pleated Skirt | 28 | 25-95 | patterns=sober; colours=all
Maxi Skirts | maxi skirt | Maxi Skirt | 26 | 28-95 |
Leather Skirts | skirt | Leather Skirt | 12 | 35-160 | materials=faux leather,leather; colours=leather;
    patterns=plain; shape=a-line,pencil; length=mini,knee
# Women/Clothing/Jumpsuits, Rompers & Overalls | print | all | viscose, cotton, linen
Jumpsuits | jumpsuit | Jumpsuit | 34 | 32-120 |
Rompers | romper | Romper | 24 | 24-75 |
Overalls | overalls | Overalls | 16 | 38-110 | materials=denim,corduroy; colours=denim; patterns=plain
# Women/Clothing/Swimsuits & Cover Ups | print | all | nylon, spandex blend
One-Pieces | swimsuit | One-Piece Swimsuit | 44 | 26-110 |
Bikinis | bikini | Bikini Set | 36 | 22-90 |
Cover-Ups | robe | Cover-Up | 14 | 20-65 | materials=chiffon,viscose; collar=kimono; length=short,knee
# Women/Clothing/Lingerie, Sleep & Lounge | print | soft | cotton, modal, satin
Everyday Bras | bra | Bra | 36 | 16-65 | style=full cup; materials=microfiber,satin
Bralettes | bra | Bralette | 18 | 14-48 | style=bralette; materials=lace,modal
Panties | briefs | Briefs | 34 | 8-28 |
Nightgowns | nightgown | Nightgown | 24 | 18-70 |
Pajama Sets | pajamas | Pajama Set | 36 | 24-85 |
Robes | robe | Robe | 26 | 24-95 | materials=fleece,satin,cotton
# Women/Clothing/Socks & Hosiery | accessory | all | cotton blend, merino wool
Crew Socks | socks | Crew Socks | 24 | 7-22 | length=crew
Ankle Socks | socks | Ankle Socks | 20 | 6-18 | length=ankle
Knee-High Socks | socks | Knee-High Socks | 12 | 8-24 | length=knee
Tights | tights | Tights | 24 | 9-32 | materials=nylon,merino wool
# Women/Clothing/Active | sport | bright | spandex blend, nylon, mesh
Sports Bras | bra | Sports Bra | 28 | 16-55 | style=sports
Active Tank Tops | tank top | Active Tank | 22 | 14-42 | length=regular,cropped
Active Leggings | leggings | Active Leggings | 30 | 24-85 |
Active Shorts | shorts | Active Shorts | 14 | 16-45 | waist=drawstring waist; length=short,mid-thigh;
    pocket=side pockets
Track Jackets | bomber jacket | Track Jacket | 12 | 30-85 | style=bomber
# Women/Shoes/Sneakers | shoe | all | canvas, leather, suede
Fashion Sneakers | sneakers | Sneakers | 64 | 32-120 | height=low-top
High-Top Sneakers | sneakers | High-Top Sneakers | 22 | 38-125 | height=high-top
Running Shoes | running shoes | Running Shoes | 50 | 45-150 | materials=mesh; colours=bright
# Women/Shoes/Pumps & Heels | shoe | leather | leather, suede, patent leather
Pumps | pumps | Pumps | 56 | 38-190 | strap=no strap; heel=stiletto,block,kitten
Ankle-Strap Pumps | pumps | Ankle-Strap Pumps | 26 | 40-190 | strap=ankle strap; heel=stiletto,block,kitten
Wedges | pumps | Wedge Pumps | 20 | 35-140 | heel=wedge
# Women/Shoes/Flats | shoe | leather | leather, suede, satin
Ballet Flats | flats | Ballet Flats | 44 | 22-110 |
Loafers & Slip-Ons | loafers | Loafers | 36 | 32-150 |
Oxfords | oxfords | Oxfords | 14 | 40-150 |
Mules & Clogs | clogs | Clogs | 20 | 35-130 |
# Women/Shoes/Sandals | shoe | leather | leather, suede, rubber
Slides | sandals | Slide Sandals | 32 | 16-80 | style=slide
Flip-Flops | sandals | Flip-Flops | 24 | 9-40 | style=thong; colours=bright; materials=rubber
Strappy Sandals | sandals | Strappy Sandals | 30 | 24-110 | style=strappy,gladiator
Heeled Sandals | heeled sandals | Heeled Sandals | 40 | 32-160 | heel=stiletto,block
Wedge Sandals | heeled sandals | Wedge Sandals | 24 | 32-130 | heel=wedge
# Women/Shoes/Boots | shoe | leather | leather, suede
Ankle Boots | ankle boots | Ankle Boots | 60 | 45-200 |
Chelsea Boots | chelsea boots | Chelsea Boots | 30 | 48-200 |
Knee-High Boots | knee boots | Knee-High Boots | 34 | 60-280 |
Rain Boots | rain boots | Rain Boots | 20 | 28-130 | materials=rubber; colours=bright; patterns=accessory
Western Boots | cowboy boots | Western Boots | 18 | 60-260 |
Combat & Hiking Boots | work boots | Lace-Up Boots | 22 | 55-210 |
# Women/Shoes/Slippers | shoe | soft | fleece, suede, wool
Slippers | slippers | Slippers | 28 | 14-60 |
# Women/Handbags & Wallets | shoe | leather | leather, faux leather, suede
Top-Handle Bags | handbag | Top-Handle Bag | 46 | 40-320 |
Crossbody Bags | crossbody bag | Crossbody Bag | 54 | 28-220 |
Totes | tote bag | Tote Bag | 50 | 18-180 | patterns=accessory; materials=canvas,leather; colours=all
Clutches & Evening Bags | clutch | Clutch | 34 | 22-150 | materials=satin,velvet,leather,sequins; colours=all
Fashion Backpacks | backpack | Backpack | 24 | 32-160 | materials=leather,nylon
Wallets | wallet | Wallet | 34 | 16-110 |
Belt Bags | belt bag | Belt Bag | 12 | 16-70 | materials=nylon,leather; colours=all
# Women/Accessories/Scarves & Wraps | accessory | all | wool, cashmere, viscose
Fashion Scarves | scarf | Scarf | 36 | 14-95 |
Shawls & Wraps | shawl | Wrap | 20 | 18-110 |
# Women/Accessories/Hats & Caps | plain | all | wool, felt
Beanies | beanie | Beanie | 24 | 10-45 | materials=chunky knit,merino wool; patterns=knit
Sun Hats | sun hat | Sun Hat | 24 | 16-70 | materials=straw; colours=all
Fedoras | fedora | Fedora | 14 | 22-95 | materials=felt; colours=sober
Bucket Hats | bucket hat | Bucket Hat | 16 | 14-48 | materials=twill,canvas; patterns=accessory
Berets | beret | Beret | 12 | 16-60 | materials=felt
Baseball Caps | baseball cap | Baseball Cap | 16 | 12-38 | materials=twill; patterns=casual
# Women/Accessories/Gloves & Mittens | plain | all | wool, leather, cashmere
Winter Gloves | gloves | Gloves | 18 | 12-75 | style=gloves,fingerless
Mittens | gloves | Mittens | 10 | 12-48 | style=mittens; patterns=knit; materials=merino wool,acrylic
# Women/Accessories | accessory | all | leather, viscose
Belts | belt | Belt | 30 | 12-85 | colours=leather; patterns=shoe; materials=leather,faux leather
Sunglasses | sunglasses | Sunglasses | 44 | 14-160 | patterns=plain; materials=acetate
Headbands | headband | Headband | 14 | 7-28 | materials=velvet,satin,cotton
Hair Clips & Scrunchies | hair clip | Hair Accessory | 14 | 5-22 | materials=satin,velvet
Umbrellas | umbrella | Umbrella | 20 | 14-60 | materials=nylon
# Women/Jewelry/Earrings | plain | metal | sterling silver, gold-plated brass
Stud Earrings | earrings | Stud Earrings | 30 | 12-150 | style=studs
Hoop Earrings | earrings | Hoop Earrings | 30 | 12-160 | style=hoops
Drop & Dangle Earrings | earrings | Drop Earrings | 34 | 14-180 | style=drops,chandelier
# Women/Jewelry/Necklaces | plain | metal | sterling silver, gold-plated brass
Pendant Necklaces | necklace | Pendant Necklace | 34 | 16-220 | style=pendant
Chain Necklaces | necklace | Chain Necklace | 22 | 16-240 | style=chain
Layered Necklaces | necklace | Layered Necklace | 16 | 18-120 | style=layered
Chokers | necklace | Choker | 14 | 14-90 | style=choker
Pearl Strands | pearl necklace | Pearl Necklace | 18 | 30-320 | colours=pearl; materials=freshwater pearl
# Women/Jewelry/Rings | plain | metal | sterling silver, gold-plated brass
Statement Rings | ring | Ring | 24 | 14-190 | style=halo,three-stone
Solitaire Rings | ring | Solitaire Ring | 20 | 30-420 | style=solitaire
Bands | ring | Band Ring | 20 | 16-260 | style=band
# Women/Jewelry/Bracelets | plain | metal | sterling silver, gold-plated brass
Bangles & Cuffs | bracelet | Bangle | 24 | 14-160 | style=bangle,cuff
Chain Bracelets | bracelet | Chain Bracelet | 20 | 16-170 | style=chain
Tennis Bracelets | bracelet | Tennis Bracelet | 12 | 30-260 | style=tennis
Beaded Bracelets | bead bracelet | Beaded Bracelet | 20 | 9-48 | colours=bright; materials=glass beads
# Women/Jewelry | plain | metal | gold-plated brass
Brooches & Pins | brooch | Brooch | 16 | 12-90 |
# Women/Watches | plain | metal | stainless steel
Metal Bracelet Watches | watch | Watch | 30 | 45-340 |
Leather Strap Watches | strap watch | Watch | 28 | 38-260 | colours=leather; materials=leather
"""
