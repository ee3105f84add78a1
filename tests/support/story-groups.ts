/**
 * Forty events, each told three times in other words, as papers do: invented by hand for this test. Each telling is a title
 * and the gist of a text. Names are shared, most words are not.
 */
export const STORY_GROUPS: readonly (readonly [string, string, string])[] = [
  [
    'Veltrax recalls home batteries after garage fires | The maker Veltrax calls back 40,000 wall batteries since cells from its Porto line overheated.',
    'Porto cell fault forces Veltrax to swap household packs | Owners of a Veltrax wall unit get a new one; the Porto factory used a faulty separator.',
    'Why your Veltrax unit may smoulder | An inspector explains how separator flaws from Porto let a lithium pack overheat in the garage.',
  ],
  [
    'Kestrel 2 satellite loses contact over Antarctica | Ground stations hear nothing from Kestrel 2 since a pass over McMurdo on Sunday.',
    'Silence from Kestrel 2 worries ice researchers | The radar mission that mapped McMurdo shelf melt may be lost, its agency Nordsat says.',
    'Nordsat tries to wake its polar radar craft | Engineers send blind commands to Kestrel 2, hoping that its batteries last.',
  ],
  [
    'Omnifold chip foundry in Gdansk delayed to 2029 | Omnifold puts off its Gdansk fab by two years as subsidies stall.',
    'Polish subsidies row pushes back Omnifold plant | A quarrel about state money leaves the site near Gdansk a muddy field.',
    'Fewer wafers from the Baltic than promised | Omnifold told investors that lithography tools bound for Gdansk go to Dresden first.',
  ],
  [
    'Teal messenger leaks contact graphs | A bug in Teal showed who talks to whom, researchers at Leuven found.',
    'Leuven team maps strangers’ address books through Teal | Discovery requests had no limit, so 3 billion numbers could be tried.',
    'Teal fixes discovery after privacy finding | The chat app now throttles lookups; Leuven’s paper goes to a conference.',
  ],
  [
    'Brightline ferry sails on hydrogen in Bergen | The Brightline crosses the fjord with fuel cells only.',
    'Norway’s first fuel-cell crossing enters service | Passengers in Bergen noticed the quiet; the tanks hold four tonnes.',
    'What it costs to run the Brightline | Hydrogen delivered by lorry to Bergen is three times the price of diesel.',
  ],
  [
    'Court orders Mapwise to delete plates | Judges in Vienna told Mapwise to erase licence plates from street images.',
    'Street imagery ruling: Mapwise must blur again | The Vienna bench found that old panoramas still show cars.',
    'Old panoramas, new trouble | After Vienna, Mapwise will reprocess eleven years of street pictures.',
  ],
  [
    'Rust lands in the Halcyon kernel scheduler | Halcyon 9 replaces its C scheduler with one in Rust.',
    'Halcyon developers argue over memory-safe code | Maintainers resigned after the scheduler merge by Ines Okafor.',
    'Okafor: we measured before we merged | The author of Halcyon’s new scheduler shows latency histograms.',
  ],
  [
    'Glacier lake drains under Thule monitoring hut | Instruments at Thule recorded the lake vanish in nine hours.',
    'A lake that vanished overnight | Meltwater fell through the ice near Thule, and GPS poles rose by a metre.',
    'Hydrofracture seen live in Greenland | The Thule array heard the crack before the basin emptied.',
  ],
  [
    'Pressmark printer firmware blocks refills | An update makes Pressmark devices refuse cartridges by Inkwell.',
    'Inkwell sues over locked cartridges | The refill maker says Pressmark’s chip handshake breaks competition law.',
    'Downgrade your Pressmark before it phones home | A repair club in Lyon restores the older image over serial.',
  ],
  [
    'Quarry bees: drones that pollinate almonds | Startup Meliora flies palm-sized drones through orchards in Murcia.',
    'Almond growers test mechanical pollinators | In Murcia, Meliora’s swarm brushed 3,000 trees in a week.',
    'Can a propeller replace a hive? | Ecologists doubt Meliora’s yield figures from Spain.',
  ],
  [
    'Dataport outage grounds flights in Lisbon | A failed power transfer switch at Dataport stopped check-in for six hours.',
    'Lisbon airport queues blamed on one switch | The standby generators at Dataport started, yet the load never moved.',
    'Dataport publishes its post-mortem | A firmware timer in the transfer gear waited for a phase that never came.',
  ],
  [
    'Bookworm e-reader opens its bootloader | Bookworm ships keys so that owners may install their own system.',
    'Unlocked at last: the Bookworm Slate | Hobbyists booted Debian on the e-ink tablet within a day.',
    'Why Bookworm gave the keys away | Its founder, Lena Marsh, says support ends but devices should not.',
  ],
  [
    'Seagrass cable: fibre hears whales off Faial | Researchers turned a telecom fibre near Faial into a microphone.',
    'Whale songs on a phone line | The acoustic sensing unit in Horta, Faial, located fin whales within 100 metres.',
    'Telecom cables as ears of the Atlantic | Distributed sensing from Horta maps ship noise as well.',
  ],
  [
    'Solstice train brakes by itself near Graz | A Solstice railcar stopped without a driver’s hand in a test near Graz.',
    'Driverless trial passes its hardest day | Snow on the Semmering line did not fool the Solstice sensors.',
    'Unions wary of the Solstice railcar | Austrian drivers ask who answers when software brakes on the Semmering.',
  ],
  [
    'Papyrus 3 format drops macros | The office suite Papyrus removes its scripting language.',
    'Accountants protest as Papyrus kills automation | Twenty thousand signed a petition to keep spreadsheets alive.',
    'Life after macros | How to port Papyrus scripts to the new plug-in interface.',
  ],
  [
    'Amber Alert sirens hacked in Toledo | Someone set off 90 outdoor sirens in Toledo with a ten-euro radio.',
    'Replay attack wakes a whole city | The siren protocol sends no authentication, a ham in Toledo had warned.',
    'Ham radio operators had warned Toledo | Recorded tones were enough to trigger the outdoor horns.',
  ],
  [
    'Cobalt-free cell reaches 1,000 cycles | Lab Ferrovia reports a manganese cathode with stable voltage.',
    'Ferrovia’s manganese gamble | Voltage fade, the old weakness, was held by a niobium coat.',
    'Niobium coat keeps cheap cathodes alive | The battery chemist Aiko Brandt explains the thousand-cycle test.',
  ],
  [
    'Municipal mesh network covers Tartu | Tartu’s roofs carry a free wireless mesh since May.',
    'Estonian students wire a town without wires | Each node in Tartu costs 60 euros and runs on OpenWrt.',
    'Free roofs, free packets | The Tartu mesh moved two terabytes on election night.',
  ],
  [
    'Museum revives the ZUSE-like Iskra mainframe | Volunteers in Kranj booted an Iskra 1030 after 31 years.',
    'Iskra 1030 breathes again | Capacitors were replaced, and the core memory still held a payroll.',
    'A payroll from 1979 | What the volunteers of Kranj found in ferrite cores.',
  ],
  [
    'Helio wing glider stays up 90 days | The solar glider Helio landed in Arizona after three months.',
    'Three months without touching ground | Helio’s wings, 25 metres of film cells, charged enough for each night.',
    'Night is the enemy of a sun plane | Pilot-on-ground Jo Reyes describes how Helio saved watts over Arizona.',
  ],
  [
    'Cookie-wall ruling hits publisher Nordpress | A regulator in Oslo fined Nordpress for pay-or-consent.',
    'Pay or be tracked? Not in Oslo | Nordpress must offer a third way within 60 days.',
    'Nordpress appeals its consent fine | Lawyers argue that subscriptions fund reporting, not profiles.',
  ],
  [
    'Lunar rover Tasman finds glassy beads | Tasman drilled beads at Schiller crater that hold water.',
    'Water in glass: a rover’s small surprise | Spectra from Schiller suggest a thousand parts per million.',
    'The Tasman drill keeps jamming | Even so, its beads from Schiller could supply a base.',
  ],
  [
    'Git forge Anvil moves off the cloud | Anvil now runs in two racks in Utrecht, and saves half.',
    'Anvil’s bill shrank after repatriation | Egress was the largest line, says operator Femke de Wit.',
    'Two racks in Utrecht | Femke de Wit shows the switches behind a forge for 200,000 repositories.',
  ],
  [
    'Deepfake voice fools bank Crestline | Thieves cloned a director’s voice and moved 2 million from Crestline.',
    'One phone call, two million gone | Crestline staff heard a synthetic chief ask for urgency.',
    'Call-back rules after the Crestline fraud | Synthetic speech passes liveness checks, auditors say.',
  ],
  [
    'Tidal turbine Morwen survives a storm year | The Morwen rotor off Anglesey logged 8,000 hours.',
    'Welsh tides pay back | Anglesey’s Morwen turned through four named gales.',
    'Barnacles cost Morwen six per cent | Divers off Anglesey scrape blades twice a year.',
  ],
  [
    'Spreadsheet error hid deaths in Varna | A column limit cut off hospital rows in Varna.',
    'The 65,536th patient | Old .xls files lost records at the Varna health office.',
    'Varna switches to databases | After missing rows, officials ban legacy spreadsheets.',
  ],
  [
    'Clockwork Labs prints a working violin | A resin violin by Clockwork won a blind test in Cremona.',
    'Cremona jury picks plastic | Listeners could not tell the printed instrument from spruce.',
    'Luthiers shrug at resin | Clockwork’s fiddle lacks wood’s damping, says a maker in Cremona.',
  ],
  [
    'Kelpforge dissolves plastic with algae enzyme | Kelpforge’s enzyme eats PET bottles at 50 degrees.',
    'An appetite for bottles | In Brest, a tank of algal protein clears a tonne of PET a day.',
    'Investors drink Kelpforge’s kool-aid | Analysts doubt that enzymes beat virgin PET in price.',
  ],
  [
    'Sundial watch runs on starlight, sort of | Sundial’s quartz watch stores a year of charge.',
    'A year in a drawer | Reviewers found the Sundial still ticking after eleven months of dark.',
    'Inside the Sundial: a supercapacitor | Teardown shows no battery beneath the dial.',
  ],
  [
    'Border agency drops lie detector Avatarix | Trials at Szeged showed Avatarix no better than chance.',
    'A coin toss at the border | Researchers got the Szeged data after a lawsuit.',
    'Avatarix was never validated | Documents reveal how the micro-expression camera was sold.',
  ],
  [
    'Fungus wires: mycelium board holds a circuit | A lab in Linz grew a substrate that survives soldering.',
    'Boards you can compost | MycelioTronics from Linz peel off and rot in two weeks.',
    'Solder on mushroom skin | The Linz group bent its fungal sheet 2,000 times.',
  ],
  [
    'Search engine Lumen quits advertising | Lumen asks 4 euros a month and drops its auctions.',
    'A bill instead of banners | Founder Tomas Ruiz says that Lumen lost money on each query.',
    'Can Lumen live on subscribers? | With 90,000 payers, Ruiz needs twice as many.',
  ],
  [
    'Seismic bell: church tower in Assisi gets sensors | Accelerometers in the Assisi campanile text the mayor.',
    'A tower that reports itself | After the 1997 quake, engineers wired the bells of Assisi.',
    'Old stones, new gauges | Frequencies of the campanile fall by a tenth in summer.',
  ],
  [
    'Robotaxi firm Wayward halts in Osaka | Wayward parks its fleet after a stroller incident.',
    'Osaka pauses driverless cabs | A pram rolled from a kerb, and the car hesitated.',
    'What Wayward’s lidar saw | Logs from Osaka show the pram as a bicycle for 0.8 seconds.',
  ],
  [
    'Compiler Larch proves itself | The Larch compiler compiled its own proof in Rocq.',
    'Trusting trust, answered | Larch’s authors at Aarhus verify every pass down to bytes.',
    'A compiler with no bugs, for a price | Larch output is 20 per cent slower than clang’s.',
  ],
  [
    'Wine cellar heats a school in Beaune | Heat pumps in a Beaune cellar warm 300 pupils.',
    'From barrels to classrooms | Fermentation gives off enough warmth in October.',
    'Burgundy’s odd boiler | Engineers tapped the constant 13 degrees below Beaune.',
  ],
  [
    'Ransomware gang Moth dissolves | Moth published its keys and an apology.',
    'Sorry, said the extortionists | Hospitals may decrypt what Moth locked in March.',
    'Why a gang gives keys away | Researchers think that Moth’s coder was arrested in Batumi.',
  ],
  [
    'Paper-thin speaker by Auralis sticks to walls | Auralis shows a film that sings.',
    'Wallpaper with bass | A piezo layer from Auralis reaches 80 hertz.',
    'We hung an Auralis in a kitchen | Grease is a problem, volume is not.',
  ],
  [
    'Lighthouse of Ar-Men automated by LoRa | The Ar-Men light sends its status 30 km by LoRa.',
    'Keeperless for decades, now wireless | Brittany’s worst posting reports wave hits by radio.',
    'A packet from the sea | Ar-Men’s node runs on the swell that shakes it.',
  ],
  [
    'Exam software Proctora fails dark faces | Students in Cape Town were locked out by Proctora.',
    'More light, said the exam | A study in Cape Town measured who had to sit under lamps.',
    'Proctora drops face checks | After the Cape Town figures, universities cancel contracts.',
  ],
];
