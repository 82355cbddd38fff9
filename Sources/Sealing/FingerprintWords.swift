/// The words a fingerprint is read aloud in, eleven bits each.
///
/// They are for comparing keys over a bad line, also by people whose first language is not English:
/// 2,048 everyday words in alphabetical order, of three to eight letters from a to z. The first
/// four letters tell a word (all three where it has only three), and no word begins another.
/// Between any two words lie at least two edits, and no two differ only by neighbouring letters
/// that changed places. None sounds like another in American or British speech, nor does one
/// changed sound turn a word into another; the sounds were taken from a speech synthesiser, so an
/// accent can still bring two words closer. Numbers, peoples, crime, illness, religion and politics
/// are left out, and so is what one says to steer the reading ("stop", "repeat", "correct").
///
/// The list is frozen once published. A word's place is part of what two people compare, so a word
/// added, removed or moved makes equal keys read differently.
package enum FingerprintWords {
  /// All 2,048 words; a word's place is the eleven bits it stands for.
  package static let all: [String] = text.split(whereSeparator: \.isWhitespace).map(String.init)

  // One literal, split at first use: an array literal of this size is slow to compile.
  private static let text = """
    aardvark abacus ability about above abrupt absence absorb abundant academy access account
    accuracy achieve acorn acoustic acre across acrylic active actual adapter address adequate
    adjacent adjust admire adopt advance advert advice aerial aerobics afford agenda agile ahead
    aircraft airflow airline airport airship airtight album alcove algae algebra alive alley allow
    almond alone alpaca alpine already alter although always amateur amazing ambition amusing
    anagram ancestor anchovy anecdote anemone animal ankle announce annual anorak another antenna
    antics antler anvil anyone anyway apart apology apparel appeal apply appoint approach apricot
    apron aquatic arcade archive arctic arena arise armchair aroma array arrival artist artwork
    ascend ashore aside asleep aspect asphalt asset assist assure astonish athlete atlas atom attach
    attempt attic attract auction audio author autumn average aviator avocado avoid aware awkward
    axle azure babble backyard badger badly bagel baggage bagpipe bakery balance balcony bamboo
    banana band bangle banister banjo banker banquet barber barefoot bargain barley barnacle barrier
    basement basic basket bassoon baton beacon beanbag bear beauty become bedtime beech beehive
    beetroot begonia behave beige believe belong benefit beside better between beverage beyond
    bicycle bike binary binder biology birdsong birthday bison bistro blanket blazer blender blink
    bliss block bloom blossom bluebird blurry boarding bobcat boiler bolt bonfire bonnet bonus
    booklet boots borrow botany bottle bouncy bouquet boutique bowling bowtie bracket brain branch
    bravery breath brief bright bring brioche brisk brittle broad broccoli broker bronze brook
    brownie bubbly bucket buffalo buggy builder bulb bulky bulldog bumper bunch bundle bungalow
    buoyant bureau burger business busy buzz cabbage cabinet cable cactus cafe calcium calendar
    caller calmly camera camping canary cancel candid canopy canteen canvas canyon capable capital
    capsule captain caravan carbon cardigan careful cargo carousel carpet carry cartoon carve
    cascade cashier cassette casual catch cater catfish cause cautious caviar cedar ceiling celery
    celsius cement census central ceramic cereal certain chalet champion chance chaos chapter charm
    chat cheddar cheetah chemist cherish chestnut chilled chimney chips chirp chisel chive choice
    choose chopping chorus chrome chuckle chunk chutney cinema circus citrus city civic clamp
    clapping clarity classic clatter clay cleaner clerk clever client climate clip closet cloth
    cloudy clove clown cluster clutch coaching coastal cobalt cobweb cocoon coder coexist coffee
    coil cold collage colossal column combine comedy comfy comic comment compete concise condor
    confetti connect consist contour convex cookbook copper cordial cornet corridor cosmos costume
    cottage county coupon courier cousin coverage coworker coyote crab crackle crate crawl crayon
    creative credit creek crescent crew cricket crimson crispy critic crochet crop croquet crossbar
    crouton crowded cruiser crumble crunchy crust cubic cuckoo cucumber cuisine culinary culture
    cupboard cupcake curious curling cursor curved cushion customs cutlery cycle cylinder cypress
    daffodil daily damp dancing database daybreak daydream daylight daytime dazzle debut decent
    decimal deck decline decorate dedicate deep default definite degree delay delegate deliver delta
    deluxe demand denim dent depart depend deposit depth derby derive describe design desktop
    despite dessert destiny detect detour develop device devote diagram diamond digest digital
    dignity dilemma dimple dingo dinosaur diode diploma direct disco dish display distant diver
    diving document dodge dollar dolphin domain domino donate donkey donor doodle doorway dormouse
    dotted dough dove downtown drama drape drawing dreamy dresser drift driveway droplet drum dryer
    duckling dumpling dune durable during dusk dustpan duvet dynamic eager earnest earphone earth
    easel easily eastern eclair eclipse economy edge edible editor educate effect effort eggshell
    elapse elastic elbow electric elegance element elevate elite elk eloquent email emblem emerald
    emoji emotion empathy emphasis employ empty enable enclose encore endive endless endorse energy
    engage engine enhance enjoy enlarge enormous enough enrich ensemble ensure entire entrance
    envelope epic episode equator equip eraser espresso essay essence estate estimate evaluate
    evening everyday evident evolve example exceed exchange excite exclaim exercise exhale exhibit
    exist expand expect explain export express extend extra eyebrow eyelid eyesight fabric fabulous
    facade factory faculty falcon family famous fancy farewell farmer fashion feature feedback fence
    fern ferret festive fetch fiber fiction fidget fiery fig filing film filter finale find finger
    firefly firmly fishery fitness fitting fixture fjord flagpole flair flake flamingo flannel flap
    flask fleece flexible flicker flint float florist flower fluent fluffy fluid flutter foam focus
    foggy foghorn folder foliage folklore fondue footage forever forget forklift formula fortune
    forum forward fossil foster fox foyer fraction fragile frame freedom frequent fresh friend
    fringe front frosty froth frozen frugal fruit fry fudge full function furnace fuse fusion futon
    future fuzzy gadget galaxy gallop game garage garden garlic garment garnish gasoline gateway
    gather gazebo gecko gelato gemstone general genius genome gently genuine geology geometry
    geranium gesture getaway gherkin gigantic giraffe given glacier glad glance glasses glaze gleam
    gliding glimpse glisten global glorious glossy glow glucose goalie goat goblet goggles golden
    golfer gondola goodness gorge goulash gourmet graceful gradual grammar granola grapes grass
    grater gravy greet gridlock grocery groove ground growth guava guess guide guitar gulf gusty
    gymnast habitat hacksaw haircut halftime hallway hamlet hammock hamper hamster handbag happy
    hardly harpist hashtag hasty haven hayloft haystack hazelnut hazy heading healthy heart heatwave
    heavy hedgehog heel helium helmet helpful hem herbal herd herring hesitate hibiscus hidden
    highway hiker hiking hilltop hinge hippo historic hitch hockey holiday hollow hologram homework
    honeybee hoodie hoof hopeful horizon horse hotdog hotel hotpot hourly housing hover however hub
    huddle huge humble humid humming hurry hyacinth hybrid hydrate iceberg icepack icing icon icy
    ideal identify idiom ignite iguana illusion image imitate immense impact imply import impress
    impulse inbox include income increase indeed indigo indoor industry infinite inflate inform
    inhale initial inkjet inlet inner input insert inside inspect instead intact intend intro invent
    invite invoice inward iodine irrigate island isotope ivory jacket jaguar janitor jargon jazz
    jersey jetpack jetty jiffy jigsaw jogger join joke jolly journal joyful joyous judo juggler
    juicer jukebox jumbo jumping jungle juniper jupiter kangaroo karate kayak keen keepsake kelp
    kennel kestrel ketchup keyboard keychain keyhole keynote keypad keyword kilowatt kilt kindle
    kinetic kiosk kitchen knack knapsack knee knit koala laces ladle lagoon lakeside lamb lamppost
    landing language lantern laptop large lasso lasting latest latitude latte laughter launch
    lavender layer layout leaflet league leapfrog learner leaves lecture ledger leftover legacy
    legroom lemonade lemur length lens lentil leopard lesson lettuce level library lifelong light
    likewise lilac lilypad limit lineup lining lion liquid literal lithium litter lizard loaf
    lobster locate locker loft logical logo lollipop long lookup loop lorry lotion lotus lounge
    lovely lowland loyal lucky luggage lullaby luminous lumpy lunchbox luxury lychee lyric macaroon
    machine mackerel macro maestro magazine magenta magma magnify magpie mahogany mailbox mainland
    major makeover making mallet mammal manage mandolin mango manner mansion maple marathon margin
    maritime market maroon marshy marzipan mascot mask massive matchbox matrix mattress maximum
    maybe mayo maypole meadow meantime measure mechanic medium medley meerkat megabyte melt memoir
    mend mentor mercury merge meringue merry mesh message metallic meteor method middle midnight
    midway mild mileage milky mimosa mineral mingle minimum minnow minus mirror misty mitten mixer
    mobile mocha modest module moisture molecule moment mongoose monogram monsoon month monument
    moonlit moose moped moreover morning mortar mosaic mostly motorway motto mountain mousepad
    movement movie muesli muffle mug mule multiple mural museum mushroom musical mustard mutual
    myself mystery nacho namely napkin narrate natural nautilus navigate nearby nebula nectar neon
    neptune nerve nest nettle network neutron newsroom nibble nice nickname nightly nitrogen noisy
    nonstop normal north nose notch notepad notice nougat novelty nowhere nozzle nucleus nugget
    numerous nursery nutmeg nutrient nutshell nylon oasis oatmeal obey object oblong oboe observe
    obstacle obtain obvious occasion occur octopus odometer office offshore often okra olympic onion
    online onlooker opening opera opinion opposite option orbit orchard orderly ordinary oregano
    organic origami ornament ostrich ounce outback outcome outdoor outer outfit outgoing outing
    outline outpost outside outward oval ovation overlap owl oxygen oyster ozone pace padlock paella
    painter palace pamphlet pancake panda panel panorama pantry papaya paper paprika parasol parcel
    parent parking parmesan parrot parsley particle passage pastime pathway patio pavilion payback
    payment payroll peanut pedal pedestal peer pelican pencil pendant penguin pension peony people
    peppery percent perfect perhaps personal pesto petrol petunia phase pheasant photo physics piano
    piccolo pickup picture pigeon piglet pigment pile pillow pinball pinecone pinnacle pint pinwheel
    pioneer pipeline piston pivot pixel pizza placemat plains planet plaster plate playing plaza
    plenty pliers plugin plus pluto plywood podcast poet pointed polar politely pollen polygon pond
    ponytail poolside popcorn popular porridge portray position possible posture potato pothole
    potluck pottery pouch poultry powerful prairie precise predict prefer premium prepare present
    pretzel price primary printout priority prism probable process product profile progress project
    prompt propose prose proton proud provide prune public pudding puffin pulley pulse pumpkin
    puppet purchase pure purpose puzzling pyramid quake quality quantum quarry quest quicken quilted
    quince quirky quite quiz quota rabbit raccoon radius raft railway rainbow raisin ramble rancher
    random range rank rapids rarely rational rattle ravioli react readable reality reassure rebate
    rebound rebuild recap receive recipe recycle reddish reduce redwood refine reflect refrain
    refuel region regular rehearse reindeer relax reliable remark remember remix remove render renew
    repaint replace reptile require research resident resort restful resume retail retro return
    reunion reusable reveal revise reward rewind rhino rhubarb rhyme rhythm ribbon ridge rinse ripen
    ripple risotto riverbed roadside roar roasted robotics robust rocking rodeo roll roofing rookie
    rosewood rosy rotate rotor rounded routine rowboat rubber rucksack rugby rugged ruler running
    runway rush rustic saddle safari safely saffron saga sailor salami salmon salsa salty samba
    sandpit sapphire sardine sash satnav saturn saucepan sauna savanna save savings sawdust sawmill
    scaffold scallop scarf scatter scenery schedule scholar science scone scoop scratch screen
    script scroll scrub scuba sculpt seabird seafood seagull seahorse seaport search season seatbelt
    seaweed secret section secure sedan seek seesaw segment seldom select selfie sell semester
    sensible separate sequel serenade series service sesame setting setup several shadow shake
    shallot shampoo sharp shawl shed sheepdog shelf sherbet shimmer shine shipyard shirt shoebox
    shorts shovel showcase shrimp shutter sidebar siesta sift signal silicon silk silver similar
    sincere singing sitcom size skate sketch skier skiing skillet skipper skyline slalom sledge
    sleeve sliced slide slightly slippery slogan slope slot slumber slush smart smile smooth
    snackbar snail snapshot snooker snorkel snowy snug society socket sodium sofa softly solid
    soloist solstice solution solve somehow sonata songbird soprano sorbet souffle soundly sour
    southern souvenir soybean spacious spanner spark spatula speaker special speedy spend sphere
    spider spill spindle spiral splash splendid split sponsor spoon sporty spotless spout spray
    spread springy sprocket spruce square squeak stable stadium staff stage stairway stamp stand
    stapler starter status steamy steep stellar stem stencil stereo stir stock stopper storage stove
    straw stretch string stroller strudel studio stuffing stumble sturdy stylish submit subtitle
    suburb subway success suddenly suede sugary suggest suitable sum sunbeam sundial sunhat sunlight
    sunny sunrise sunset super suppose surfing surprise surround survey swap swarm sweater swiftly
    swimming swirl switch sycamore symbol symmetry symphony synonym syntax syrup system tabletop
    tackle tactic tadpole tail takeoff talent tangled tapestry tartan taste taxi teacup teamwork
    teapot techno teddy telegram tempo tenant tennis tenor term terrain texture thankful theme
    theory thermal think thirsty thistle thought thread thrill throw thunder ticket tidal tiger
    timber timely tinfoil tinsel tiny tiptoe tiramisu tissue titanium toad toaster toboggan today
    tofu together tolerant tomato tomorrow tonight toolkit tooth topaz topic topple topsoil torch
    torrent tortoise total toucan tourism toward towel towing toy tractor trader traffic training
    transit travel treasure treetop trek trellis trendy triangle trickle trim tripod trivia trolley
    trombone trophy trot trousers trumpet trunk trying tuba tuck tugboat tuition tulip tundra
    tungsten tunic tunnel turbine turmeric turnip tutorial tweak tweezers twilight twin twisted
    typical typo ukulele ultimate ultra umbrella unaware unbutton uncover uneven unfold uniform
    unique unite universe unless unlock unpack unroll unseen unwrap unzip upbeat upcoming update
    upgrade uphill uplift upload upon upper upright upside upstairs uptown upward urban urgent usage
    useful usually utensil utility utmost vacancy vacuum valid valuable valve vanish variety vast
    velocity velvety venture venue veranda verify verse vertical vessel vibrant video viewer village
    vinegar vintage vinyl viola virtual visible vista visual vitamin vivid vocal vogue volcano
    voltage volume voyage wafer waffle wagon walking walnut walrus waltz wander wardrobe warranty
    washing waterway wax wealth weather weaver webcam website weekly welcome welder western wheat
    wherever whisk width wiggle wildlife willing window wing winter wipe wireless wisdom wisteria
    without wolf wombat wooden worker world wrap wrench wrinkle wrist writing yachting yarn yearly
    yeast yet yield yoga youngest yourself yoyo zebra zenith zesty zigzag zipper zoology zoom
    """
}
