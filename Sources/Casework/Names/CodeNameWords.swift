/// The words that the code names of cases are drawn from.
///
/// A word is neutral: it hints at no person, body, gender, nation, religion, work, crime, illness,
/// weapon or dispute, and no pair of them reads as an insult or an innuendo. It is no common first
/// name, and no word that this program uses for something else. Adding words is safe; taking one
/// out changes no name already drawn.
package enum CodeNameWords {
  /// Words for the first place: materials, landscape, weather, shapes, plants.
  package static let first = words(
    """
    linen canvas denim flannel corduroy tweed burlap jute wicker bamboo cork paper cardboard pulp
    parchment vellum waxed tiled glazed enamel ceramic porcelain brick stone marble granite slate
    basalt gravel pebble chalky mineral quartz glass mirrored iron steel copper brass pewter zinc
    nickel chrome metal wire mesh netted woven knitted crochet braided plaited quilted stitched
    fluted ridged grooved pleated folded creased ruffled dotted dappled speckled plaid printed
    painted varnished lacquered sanded carved turned glued riveted hinged latticed louvered beaded
    corded wooden timber plywood oak oaken pine cedar birch maple walnut elm larch alder spruce
    poplar cypress nylon vinyl plaster stucco cement concrete asphalt cobbled paved thatched
    shingled gabled arched domed columned alpine coastal inland upland island lakeside seaside
    riverside hillside roadside dockside quayside wayside trackside meadow prairie moorland
    heathland woodland wooded forest grassy leafy ferny mossy reedy orchard garden hedgerow valley
    canyon gorge delta lagoon estuary tidal ocean oceanic river stream pond lake marsh fen spring
    waterfall rapids shore beach dune desert mesa plateau ridge summit peak crest slope hill hilly
    boulder ledge cave cavern grotto crater volcanic glacier glacial polar arctic tundra steppe
    tropical rural village suburban downtown uptown midtown market station corner central northern
    upper lower middle inner outer nearby distant faraway rainy cloudy breezy windy foggy hazy
    drizzly dewy frosty snowy thawing sunlit moonlit starlit lamplit airy crisp morning evening
    midday noontime twilight daybreak sunrise sunset weekly monthly yearly seasonal autumnal winter
    wintry summery vernal harvest quarterly rounded oval square squared circular conical cubic
    spiral sloping level compact roomy spacious double triple paired layered nested folding sliding
    rolling rocking floating portable movable foldable diagonal parallel zigzag angular hexagonal
    octagonal linear modular radial blue green teal azure indigo cobalt turquoise aqua cyan emerald
    mint purple mauve lilac magenta maroon silver gilded golden pastel neon tinted bright opaque
    shiny glossy matte gleaming shimmery lustrous frosted patterned apple plum apricot quince lemon
    lime orange mango papaya raisin currant bramble bilberry cranberry barley oat wheat rye maize
    millet rice lentil parsnip beet radish celery fennel parsley thyme oregano clover dandelion
    daffodil tulip crocus snowdrop bluebell primrose lupin aster begonia geranium marigold peony
    cactus moss lichen saffron pepper paprika nutmeg clove cardamom oatmeal waffle pancake kitchen
    hallway attic balcony veranda terrace porch patio courtyard garage laundry library workshop
    cottage cabin barn farm farmhouse window chimney fireside home homemade rustic vintage classic
    modern everyday useful quaint musical melodic optical acoustic electric magnetic solar lunar
    stellar orbital planetary cosmic comet meteor zenith analog digital decimal
    """)

  /// Words for the second place: household things, tools, buildings, music, food, sky.
  package static let second = words(
    """
    shelf table bench sofa settee cupboard cabinet wardrobe dresser drawer bookcase bookshelf
    sideboard desk lamp lantern candle curtain carpet rug mat cushion quilt towel basin bucket pail
    mop brush dustpan sponge basket hamper crate carton tray plate saucer bowl teapot kettle pitcher
    pan skillet ladle whisk sieve colander grater toaster stove fridge thermos jar lid tap faucet
    sink socket switch bulb cable cord string twine thread yarn ribbon button zipper buckle pocket
    sleeve scarf mitten glove beret jacket coat cardigan apron sandal umbrella parasol suitcase
    satchel backpack knapsack rucksack clock sundial calendar notebook notepad journal folder binder
    envelope parcel postcard stamp pencil crayon marker eraser ruler stapler easel palette vase
    picture poster map atlas globe compass telescope lens prism magnet lever pulley gear wheel axle
    hinge latch doorbell doorstep doorway door railing bannister staircase stairs ladder landing
    corridor hall lobby foyer arcade arch pillar column beam rafter roof sill awning canopy tent
    gazebo pergola trellis planter flowerpot trowel sprinkler seesaw sandbox kite puzzle jigsaw
    domino oar canoe kayak raft dinghy ferry sailboat sail anchor buoy pier jetty wharf quay bridge
    tunnel viaduct canal aqueduct towpath road lane street avenue crossing junction signpost
    milestone lamppost tram train wagon carriage trolley bicycle tricycle scooter moped bus tractor
    cart sledge sled ski skate snowshoe chalet silo granary mill windmill watermill shed kiosk booth
    bakery dairy larder vineyard pasture paddock field acre glade grove copse thicket hedge shrub
    tree branch twig leaf stem acorn pinecone cloud breeze drizzle puddle raindrop icicle sunbeam
    moonbeam planet galaxy horizon skyline piano violin cello guitar banjo lute harp oboe clarinet
    bassoon tuba drum cymbal gong bell chime triangle marimba xylophone accordion ukulele mandolin
    zither metronome melody sonata waltz ballad tune bread scone biscuit soup stew salad sandwich
    cheese yogurt custard jam jelly marmalade syrup toast pretzel potato spinach lettuce onion leek
    circle cube cone cylinder sphere pyramid loop arc grid lattice pattern mosaic tile disc ripple
    wave tide reef cove bay inlet islet channel rill spout fountain pool meander footpath
    trail track route pathway archway gateway platform depot hangar warehouse storeroom wallpaper
    tapestry napkin placemat coaster tablemat doorframe skylight spigot radiator fan vent filter
    funnel spool bobbin thimble loom spindle trestle bracket dowel washer rivet pliers wrench gauge
    caliper workbench toolkit paintpot roller stencil inkwell quill bookmark album scrapbook ledger
    almanac pamphlet leaflet brochure booklet gazette clipboard bookend coatrack teacup teaspoon
    saucepan casserole platter tureen worktop tabletop bookstand lectern mailbox postbox birdhouse
    birdbath beehive haystack hayloft cornfield rockery lawn terrarium aquarium museum
    cinema gallery pavilion rotunda bandstand carousel sunroom barometer altimeter pendulum hammock
    deckchair raincoat bonnet shawl brooch pendant abacus crossword rosette garland bouquet paintbox
    woodcut sketch mural fresco amphora canister tumbler beaker goblet dishcloth lathe sprocket
    flywheel gearbox pedal spoke windsock parachute glider balloon airship propeller rudder keel
    tiller catamaran schooner sloop gondola barge houseboat boathouse
    """)

  static func words(_ list: String) -> [String] {
    list.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
