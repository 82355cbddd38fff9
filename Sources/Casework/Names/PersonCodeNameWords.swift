/// The words that the code names of people are drawn from.
///
/// A word can be said of anybody to their face: no colour that is also said of skin, hair or
/// politics, no quality of a person, no place of origin, no animal that stands for a vice, a hunter
/// or a fool, no common first name (the jay is the bird).
package enum PersonCodeNameWords {
  /// Words for the first place: colours, landscape, weather, sky, textures.
  package static let first = CodeNameWords.words(
    """
    blue azure cobalt teal aqua cyan indigo green emerald mint turquoise cerulean sapphire viridian
    lilac alpine coastal lakeside seaside riverside hillside meadow valley lake island upland garden
    orchard woodland prairie tundra canyon lagoon delta estuary fjord summit ridge plateau
    morning evening noon midday spring winter october november cloud breeze rain drizzle dew comet
    lunar solar stellar orbit zenith cosmic polar meteor linen canvas flannel quilted woven ribbon
    lattice mosaic plaid spiral zigzag crested tidal marble pebble glass paper lantern compass
    anchor
    """)

  /// Words for the second place: birds, trees, minerals.
  package static let second = CodeNameWords.words(
    """
    jay heron crane ibis spoonbill avocet plover curlew sandpiper whimbrel dunlin lapwing turnstone
    tern petrel fulmar puffin guillemot pelican grebe wigeon pintail gadwall mallard garganey
    pochard scaup eider scoter goldeneye smew goosander merganser swan ptarmigan rail crake hoopoe
    roller flicker lark pipit wagtail dipper dunnock wheatear stonechat whinchat fieldfare ouzel
    warbler goldcrest firecrest oriole chough starling sparrow finch linnet siskin chaffinch
    goldfinch brambling crossbill bunting longspur junco towhee tanager vireo kinglet bluebird swift
    nightjar toucan macaw lorikeet motmot jacana seriema tinamou bulbul waxbill munia sunbird
    manakin cotinga antbird ovenbird catbird willet sora anhinga turaco coucal trogon quetzal barbet
    waxwing bobolink grackle veery alder birch cedar cypress elm fir hawthorn hickory larch linden
    maple mulberry oak pine poplar sequoia spruce sycamore tamarack tamarind teak walnut wattle yew
    acacia baobab banyan bamboo ginkgo mangrove balsa catalpa cork magnolia osier palmetto pecan
    persimmon quince rosewood sassafras sumac tupelo wollemi jarrah karri kauri rimu totara kapok
    ironwood agate amethyst azurite basalt calcite citrine dolomite feldspar flint fluorite garnet
    gneiss granite graphite halite kyanite lazurite limestone malachite mica olivine peridot pumice
    pyrite quartz rhyolite rutile sandstone selenite shale siderite slate sodalite spinel topaz tuff
    zeolite zircon galena bauxite borax chert corundum diorite dunite epidote gabbro ilmenite lapis
    larimar marl moonstone sunstone prehnite sphene sylvite trona ulexite andesite augite
    """)
}
