/**
 * Places by their English name with what else they are called: names in their own language, older and other foreign names, and
 * adjectives. Folded; one entry per place, what stands for it first.
 */
export const CITIES_AND_REGIONS = `
moscow moskva moskau moscou|rome roma roman|milan milano mailand|naples napoli neapel|turin torino|venice venezia venedig venise venetian
florence firenze florenz florentine|genoa genova genua|bologna bolognese|vienna wien vienne viennese|munich muenchen|cologne koeln keulen
nuremberg nuernberg|hanover hannover|brunswick braunschweig|prague praha prag|warsaw warszawa warschau varsovie
krakow cracow krakau cracovia cracovie|gdansk danzig|wroclaw breslau|poznan posen|szczecin stettin|lisbon lisboa lissabon lisbonne
porto oporto|seville sevilla|zaragoza saragossa|copenhagen koebenhavn kopenhagen copenhague|gothenburg goeteborg
helsinki helsingfors|turku aabo|brussels bruxelles brussel bruessel|antwerp antwerpen anvers|ghent gent gand|bruges brugge
liege luik luettich|geneva geneve genf ginevra|zurich zuerich|basel basle|lucerne luzern|bern berne
athens athen atenas athina|thessaloniki salonica saloniki|bucharest bucuresti bukarest|belgrade beograd belgrad
kyiv kiev kiew|kharkiv kharkov|odessa odesa|lviv lvov lwow lemberg|vilnius wilno|tallinn reval|beijing peking pekin
mumbai bombay|kolkata calcutta|chennai madras|bengaluru bangalore|varanasi benares|pondicherry puducherry
odisha orissa|thiruvananthapuram trivandrum|kochi cochin|pune poona|yangon rangoon|cairo kairo|damascus damaskus|baghdad bagdad
tehran teheran|mecca makkah|havana habana|gaza gazan|dhaka dacca|tokyo tokio|bavaria bayern bavarian|saxony sachsen saxon
tuscany toscana toskana tuscan|lombardy lombardia|piedmont piemonte|sicily sicilia sizilien sicilian|sardinia sardegna sardinian
tyrol tirol tyrolean tiroler|andalusia andalucia andalusian|catalonia catalunya cataluna catalan|basque euskal euskadi
brittany bretagne breton|corsica corse corsican|flanders vlaanderen flemish vlaams vlaamse|wallonia wallonie walloon
silesia slask schlesien silesian|bohemia boehmen bohemian|moravia maehren moravian|transylvania siebenbuergen
galicia galiza galician|navarre navarra|normandy normandie|burgundy bourgogne|alsace elsass|crimea krim crimean
quebec quebecois|hawaii hawaiian|alaska alaskan|texas texan|california californian|bengal bengali bangla|punjab punjabi panjab
tamilnadu|kashmir kashmiri|tibet tibetan|hongkong|asia asian|africa african|arabia arab arabian arabic`;

/** Countries and their people in the languages of the country and its neighbours. */
export const ENDONYMS = `
germany deutsch deutsche deutscher deutsches deutschen deutschland allemagne alemania
france francais francaise francaises francia frankreich|italy italia italiano italiana italiani italien italienne
spain espana espanol espanola spanien|portugal portugues portuguesa|netherlands nederland nederlands nederlandse nederlandsch holland
belgium belgique belgie belgische belge|switzerland schweiz schweizer schweizerische suisse svizzera
austria oesterreich oesterreichische oesterreichischer|sweden sverige svensk svenska svenskt|norway norge norges norsk norske
denmark danmark danmarks dansk danske|finland suomi suomen|poland polska polski polskie polskiej
czechia cesko ceska cesky ceske|hungary magyar magyarorszag|croatia hrvatska hrvatski hrvatske|serbia srbija srpska srpski srbije
slovenia slovenija slovenska slovenski|slovakia slovensko|russia rossiya rossii russkaya rossiyskaya
brazil brasileiro brasileira|argentina argentino|chile chileno chilena|colombia colombiano colombiana|peru peruano peruana
venezuela venezolano venezolana|mexico mexicano mexicana|ecuador ecuatoriano ecuatoriana|bolivia boliviano boliviana
europe europa europeo europea europaeische europaeisch europeen europeenne europees europese`;
