"""The men's department, and luggage."""

MEN = """
# Men/Clothing/Shirts | casual | all | cotton, cotton blend, organic cotton
T-Shirts | t-shirt | T-Shirt | 110 | 9-36 | sleeve=short; neckline=crew,v-neck; length=regular
Long-Sleeve T-Shirts | t-shirt | Long-Sleeve T-Shirt | 40 | 14-42 | sleeve=long; neckline=crew,v-neck; length=regular
Tank Tops | tank top | Tank Top | 26 | 9-28 | neckline=scoop,crew; length=regular
Polos | polo shirt | Polo Shirt | 60 | 18-75 |
Casual Button-Down Shirts | shirt | Button-Down Shirt | 80 | 22-80 | patterns=shirt; materials=cotton,linen
Dress Shirts | shirt | Dress Shirt | 44 | 26-110 | patterns=shirt; colours=soft; sleeve=long
Flannel Shirts | shirt | Flannel Shirt | 26 | 26-75 | materials=flannel; patterns=shirt; sleeve=long; colours=sober
# Men/Clothing/Sweaters | knit | all | merino wool, cashmere, acrylic
Pullovers | sweater | Pullover Sweater | 46 | 30-150 | neckline=crew,v-neck
Turtlenecks | sweater | Turtleneck Sweater | 16 | 32-150 | neckline=turtleneck
Cardigans | cardigan | Cardigan | 24 | 32-150 | length=regular
Vests | sweater vest | Sweater Vest | 16 | 26-95 |
# Men/Clothing/Fashion Hoodies & Sweatshirts | casual | all | fleece, cotton blend
Hoodies | hoodie | Hoodie | 56 | 24-85 |
Sweatshirts | sweatshirt | Sweatshirt | 42 | 20-75 |
# Men/Clothing/Jackets & Coats | plain | sober | wool, wool blend
Wool & Pea Coats | coat | Wool Coat | 28 | 90-420 | patterns=sober
Trench & Rain | trench coat | Trench Coat | 16 | 80-340 | materials=twill,nylon
Down Jackets | puffer jacket | Down Jacket | 34 | 60-260 | materials=quilted nylon; colours=all; sleeve=long
Down Vests | puffer jacket | Down Vest | 14 | 38-130 | materials=quilted nylon; colours=all; sleeve=sleeveless;
    length=regular; hood=stand collar
Denim Jackets | denim jacket | Denim Jacket | 22 | 42-130 | materials=denim; colours=denim; length=regular
Leather Jackets | biker jacket | Leather Jacket | 22 | 80-420 | materials=leather,faux leather; colours=leather
Varsity Jackets | bomber jacket | Varsity Jacket | 14 | 42-130 | style=varsity; colours=all; materials=wool blend
Bomber Jackets | bomber jacket | Bomber Jacket | 20 | 42-150 | style=bomber; materials=nylon; colours=all;
    patterns=sport
Parkas | parka | Parka | 20 | 80-290 | materials=canvas,twill
# Men/Clothing/Suits & Sport Coats | sober | sober | wool, linen, twill
Sport Coats & Blazers | blazer | Sport Coat | 36 | 60-320 | lapel=notch,peak
Tuxedos | blazer | Tuxedo Jacket | 10 | 110-420 | lapel=shawl,peak; patterns=plain; materials=wool,velvet
Vests | waistcoat | Suit Vest | 18 | 32-130 |
# Men/Clothing/Jeans | plain | denim | denim
Slim Jeans | jeans | Slim Jeans | 32 | 32-115 | leg=skinny
Straight Jeans | jeans | Straight Jeans | 36 | 34-120 | leg=straight
Bootcut Jeans | jeans | Bootcut Jeans | 14 | 34-110 | leg=bootcut
# Men/Clothing/Pants | plain | sober | twill, cotton blend, linen
Chinos | trousers | Chinos | 40 | 28-90 | leg=slim,straight,tapered; length=full length; front=flat front
Dress Pants | trousers | Dress Pants | 28 | 34-130 | materials=wool,wool blend; patterns=sober;
    length=full length; leg=slim,straight
Joggers | joggers | Joggers | 30 | 22-70 | materials=fleece,cotton blend; colours=all; pocket=side pockets
Cargo Pants | joggers | Cargo Pants | 20 | 28-85 | pocket=cargo pockets; patterns=sport
Overalls | overalls | Overalls | 10 | 42-120 | materials=denim,canvas; colours=denim; leg=straight,tapered
# Men/Clothing/Shorts | casual | all | twill, linen, cotton
Casual Shorts | shorts | Shorts | 36 | 18-60 | length=mid-thigh,knee; pocket=side pockets
Cargo Shorts | shorts | Cargo Shorts | 18 | 20-60 | length=knee,mid-thigh; pocket=cargo pockets; colours=sober;
    patterns=sport
# Men/Clothing/Swim | print | bright | nylon, polyester
Swim Trunks | swim trunks | Swim Trunks | 34 | 16-65 |
# Men/Clothing/Underwear | accessory | all | cotton, modal
Boxer Briefs | boxers | Boxer Briefs | 28 | 10-36 | cut=boxer briefs
Trunks | boxers | Trunks | 16 | 10-32 | cut=trunks
Boxers | boxers | Boxers | 18 | 9-30 | cut=loose boxers; patterns=shirt
# Men/Clothing/Sleep & Lounge | shirt | sober | cotton, flannel, fleece
Pajama Sets | pajamas | Pajama Set | 20 | 24-80 |
Robes | robe | Robe | 16 | 28-100 | materials=fleece,cotton; patterns=sober
# Men/Clothing/Socks | accessory | all | cotton blend, merino wool
Dress Socks | socks | Dress Socks | 20 | 7-22 | length=crew,knee
Athletic Socks | socks | Athletic Socks | 18 | 6-20 | length=ankle,crew; patterns=knit
# Men/Clothing/Active | sport | bright | polyester, mesh, nylon
Active Shirts | t-shirt | Training Shirt | 22 | 14-45 | length=regular; neckline=crew,v-neck
Active Shorts | shorts | Training Shorts | 18 | 16-45 | waist=drawstring waist; pocket=side pockets;
    length=mid-thigh,knee
# Men/Shoes/Sneakers | shoe | all | canvas, leather, suede
Fashion Sneakers | sneakers | Sneakers | 58 | 35-130 | height=low-top
High-Top Sneakers | sneakers | High-Top Sneakers | 20 | 40-130 | height=high-top
Running Shoes | running shoes | Running Shoes | 48 | 48-160 | materials=mesh; colours=bright
# Men/Shoes/Loafers & Slip-Ons | plain | leather | leather, suede
Penny Loafers | loafers | Penny Loafers | 26 | 45-190 | detail=penny strap
Slip-Ons | loafers | Slip-On Shoes | 20 | 40-170 | detail=tassels,horsebit,plain
# Men/Shoes/Oxfords & Dress Shoes | plain | leather | leather, patent leather, suede
Oxfords | oxfords | Oxfords | 34 | 50-230 | closure=laces
Monk Straps | oxfords | Monk Strap Shoes | 14 | 60-240 | closure=monk strap
# Men/Shoes/Boots | plain | leather | leather, suede
Chelsea Boots | chelsea boots | Chelsea Boots | 26 | 55-220 |
Work & Safety Boots | work boots | Work Boots | 28 | 60-220 |
Western Boots | cowboy boots | Western Boots | 12 | 70-280 |
Rain Boots | rain boots | Rain Boots | 10 | 30-110 | materials=rubber; colours=sober
# Men/Shoes/Sandals & Slippers | plain | leather | leather, rubber
Sandals | sandals | Sandals | 24 | 18-90 | style=slide,strappy
Flip-Flops | sandals | Flip-Flops | 16 | 9-36 | style=thong; materials=rubber; colours=bright
Slippers | slippers | Slippers | 18 | 16-65 | materials=suede,fleece,wool; patterns=shoe
# Men/Accessories | accessory | all | silk, wool
Neckties | tie | Tie | 34 | 14-90 | materials=silk
Bow Ties | bow tie | Bow Tie | 18 | 10-48 | materials=silk,satin
Pocket Squares | pocket square | Pocket Square | 12 | 8-36 | materials=silk,linen
Suspenders | suspenders | Suspenders | 10 | 12-45 | materials=cotton blend
Belts | belt | Belt | 30 | 14-95 | colours=leather; patterns=plain; materials=leather,canvas
Scarves | scarf | Scarf | 18 | 16-95 | materials=wool,cashmere
Winter Gloves | gloves | Gloves | 16 | 14-80 | materials=leather,wool; patterns=plain; style=gloves,fingerless
Sunglasses | sunglasses | Sunglasses | 30 | 16-170 | patterns=plain; colours=sober; frame=square,round,aviator;
    materials=acetate
Wallets | wallet | Wallet | 30 | 14-95 | colours=leather; patterns=plain; materials=leather; style=bifold,card holder
Umbrellas | umbrella | Umbrella | 10 | 16-70 | colours=sober; materials=nylon; patterns=sober
# Men/Accessories/Hats & Caps | plain | all | wool, felt
Baseball Caps | baseball cap | Baseball Cap | 28 | 12-40 | materials=twill; patterns=casual
Beanies | beanie | Beanie | 22 | 10-42 | materials=chunky knit,merino wool; patterns=knit
Fedoras | fedora | Fedora | 12 | 24-100 | materials=felt; colours=sober
Bucket Hats | bucket hat | Bucket Hat | 12 | 14-45 | materials=twill,canvas; patterns=casual
# Men/Jewelry & Watches | plain | metal | stainless steel
Metal Bracelet Watches | watch | Watch | 34 | 55-420 |
Leather Strap Watches | strap watch | Watch | 28 | 45-300 | colours=leather; materials=leather
Rings | ring | Ring | 14 | 18-240 | style=signet,band
Bracelets | bracelet | Bracelet | 12 | 16-140 | style=chain,cuff
Chains | necklace | Chain Necklace | 12 | 18-220 | style=chain
# Luggage & Travel Gear/Luggage | accessory | all | polycarbonate
Carry-Ons | suitcase | Carry-On Suitcase | 22 | 60-260 | size=cabin
Checked Luggage | suitcase | Large Suitcase | 14 | 80-340 | size=large
# Luggage & Travel Gear/Bags | accessory | all | canvas, nylon
Travel Duffels | duffel bag | Duffel Bag | 24 | 28-150 |
Backpacks | backpack | Backpack | 34 | 26-130 |
Waist Packs | belt bag | Waist Pack | 12 | 14-60 |
"""
