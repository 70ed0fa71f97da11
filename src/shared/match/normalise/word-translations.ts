/**
 * Words that names of organisations and works are made of, in the languages they are often translated between. Folded; one
 * entry per meaning, the word that stands for it first. Words that mean something else in another of the languages
 * ("real", "via", "este") are left out.
 */
export const TRANSLATIONS = `
academy academia academie akademie accademia akademia|agency agencia agence agentur agenzia
agriculture agricultura landwirtschaft agricoltura landbouw|airport aeropuerto aeroport flughafen aeroporto
alliance alianza allianz alleanza alianca alliantie|ancient antica antico antigua antiguo
archaeology archeology arqueologia archeologia archeologie archaeologie
archaeological archeological arqueologico arqueologica archeologico archeologica archeologique archaeologisches archaeologische
architecture arquitectura architektur architettura arquitetura architectuur|army armee ejercito esercito exercito
art arts arte artes kunst kunsten konst|assembly asamblea assemblee assemblea assembleia
association asociacion associazione associacao|aviation luftfahrt aviacion aviazione aviacao
bank banco banque banca|bridge puente pont bruecke ponte brug|bureau buro buero
canal kanal canale|castle castillo schloss castello kasteel zamek|cathedral catedral cathedrale cattedrale
cemetery cementerio cimetiere friedhof cimitero|center centre ctr zentrum centro centrum
central centrale zentral zentrale|chamber camara chambre kammer camera
children childrens kinder ninos enfants bambini criancas kinderen
christian cristiano cristiana chretien chretienne christlich christliche christen
church iglesia eglise kirche chiesa igreja kerk|cinema kino cine|citizens citizen ciudadanos citoyens buerger cittadini cidadaos
city ciudad citta stadt cidade stad|civic civica civico|classical clasica classique klassik classica klassiek
clinic klinik clinica clinique kliniek|coalition coalicion koalition coalizione coalizao coalitie
collection coleccion sammlung collezione colecao|college coll colegio collegio kolleg
commission comision kommission commissione comissao commissie|committee cttee comite komitee comitato
communist comunista kommunist communiste kommunistische communistische|community comunidad communaute gemeinschaft comunita comunidade
company co compania compagnie compagnia companhia|congress congreso kongress congresso congres
conservative konservative konservativ conservador conservadora conservateur conservatrice conservatore
contemporary contemporaneo contemporanea contemporain contemporaine zeitgenoessische hedendaagse
council consejo conseil consiglio conselho|court tribunal gericht tribunale
culture cultura kultur cultuur|cultural kulturell kulturelle culturel culturelle culturale
defense defence defensa verteidigung difesa defesa|democracy democracia demokratie democratie democrazia demokrati
democratic democratica democratico demokratisch demokratische demokratischen democratique democratisch democratische
democrats democrat demokraten demokraterna demokrater democraten democratas democratici
design diseno disseny|discovery descubrimiento decouverte|drama dramatico
economy economia wirtschaft economie|education educ educacion bildung istruzione educacao onderwijs
energy energia energie|environment umwelt medioambiente environnement meioambiente milieu
environmental ambiental ambientale|exhibition exposicion ausstellung mostra exposicao
faculty facultad fakultaet facolta|family familie famille familia famiglia|fashion moda mode
federal federale foederal bundes|federation fed federacion foederation federazione federacao
film movie films movies pelicula filme|finance finances finanzas finanzen finanze financas
first 1st primero primera premier premiere erste primo prima primeiro eerste
foundation fundacion fondation stiftung fondazione fundacao fdn stichting|fortress fortaleza festung forteresse fortezza
free libre frei freie libero livre vrij vrije|freedom liberty libertad liberte freiheit liberta liberdade vrijheid frihet
front frente fronte|gallery galeria galerie galleria gallerie|garden gardens jardin giardino garten jardim tuin
government govt gov gobierno gouvernement regierung governo
green greens verde verdes verts gruene gruenen verdi groen groenen|health salud sante gesundheit salute saude
heritage patrimonio patrimoine|historical historic historico historica historique historisch historisches historische historiska storico storica
history historia histoire geschichte storia geschiedenis|homeland heimat patrie|hospital ospedale krankenhaus hopital hosp ziekenhuis
house casa maison haus huis|human humain humano umano|humanity humanidad humanite
independence independencia independance unabhaengigkeit indipendenza onafhankelijkheid
independent independiente independant unabhaengig unabhaengige indipendente independente onafhankelijk onafhankelijke
industry industria industrie|initiative iniciativa iniziativa|institute instituto institut istituto instituut inst
intelligence inteligencia|international internacional internationale internazionale intl int internationaal
island isla insel isola ilha eiland|justice justicia gerechtigkeit giustizia justica
labor labour laborista trabalhista travailliste|law derecho droit recht diritto direito
league liga ligue lega|left izquierda gauche linke sinistra esquerda vaensterpartiet
liberal liberale liberaal liberales liberali|liberation liberacion befreiung liberazione libertacao
library biblioteca bibliotheque bibliothek biblioteka bibliotheek|light licht lumiere luz luce
list lista liste lijst|literature literatura litterature literatur letteratura
maritime maritimo maritima schifffahrt scheepvaart marittimo|memorial denkmal
military militar militaire militaer militare|ministry ministerio ministere ministerium ministero ministerie
modern moderno moderna moderne modernes|mosque mezquita moschee moschea
movement movimiento mouvement bewegung movimento beweging|municipal municipale staedtisch staedtische
museum museo musee museu muzeum muzej museet|music musica musique musik muziek muzyka
national nacional nationale nazionale nationaal natl nat nationales nationella
nature natur natuur naturaleza natura|natural naturel naturelle naturale naturkunde
naval navale marine|new nuevo nueva nouveau nouvelle neu neue neuer neues nuovo nuova nieuw nieuwe
news noticias nouvelles nachrichten notizie nieuws noticies
north nord norte noord northern|office oficina ufficio|order orden ordre ordine
palace palacio palais palast palazzo paleis|park parque parc parco|parliament parlamento parlement parlamentet
party partido partei partito partij partiet parti partidul|peace paz paix frieden vrede
peoples people popular populaire popolare peuple volks volk popolo povo pueblo folkeparti volkspartij
pharmacy farmacia apotheke pharmacie|photography fotografia photographie fotografie
police polizei policia polizia politie|politics politik politica politique politiek
post postal postes poste correos|press presse prensa|progress progreso progres fortschritt progresso
public publique publico pubblico oeffentlich|radical radicale radikale radikal
railway railroad railways rail eisenbahn spoorweg ferrocarril ferrovia|rally rassemblement
reform reforma reforme riforma|region regiao regione
regional regionale|renewal renovacion renouveau erneuerung rinnovamento renovacao
republic republica republique republik repubblica republiek
republican republicano republicana republicain republicaine repubblicano repubblicana republikaner republikanische
research forschung investigacion recherche ricerca pesquisa onderzoek|resistance resistencia widerstand resistenza
review revue revista rivista|revolution revolucion revoluzione revolucao
revolutionary revolucionario revolucionaria revolutionnaire revolutionaer revolutionaere rivoluzionario rivoluzionaria
rights derechos droits rechte diritti direitos|river fluss fleuve fiume
royal royale koninklijk koninklijke koeniglich koenigliche kunglig kungliga kongelig kongelige
saint st sankt sint|school escuela ecole schule scuola escola sch skole skola
science sciences sci ciencia ciencias wissenschaft wissenschaften scienza scienze wetenschap
second 2nd segundo segunda zweite tweede|security sicherheit seguridad securite sicurezza seguranca
social sozial soziale sociale sociaal|socialist socialista socialiste sozialistische sozialistisch socialistische socialistisk
society sociedad societe gesellschaft societa sociedade soc genootschap
solidarity solidaridad solidarite solidaritaet solidarieta solidariedade
south sud sur sued zuid southern|sport sports deporte deportes desporto esporte esportes
square plaza platz piazza plein|state estado etat staat stato staats statens
statistics statistik estadistica statistique statistica|street strasse calle straat
summer sommer verano ete estate|synagogue sinagoga synagoge|technical technisch technische tecnico tecnica technique
technology tech tecnologia technologie technologies|theater theatre teatro theatres teatr
third 3rd tercero tercera dritte troisieme terzo terza terceiro|today heute oggi hoje
tourism turismo tourisme tourismus toerisme|tower torre turm toren|trade handel comercio commerce commercio
tradition tradicion tradizione|transport transportation transporte verkehr trasporti transportes
union unione uniao unie|united unidos unida unido unies vereinigte vereinigten uniti verenigd verenigde
unity unidad einheit unita unidade eenheid
university universidad universite universitaet universita universidade universiteit universitet uniwersytet univ
victory victoria victoire sieg vittoria vitoria|village pueblito dorf|war guerra guerre krieg oorlog
water wasser agua eau acqua|weather wetter tiempo meteo|weekly semanal hebdomadaire settimanale
west ouest oeste ovest western|winter invierno hiver inverno
women womens woman mujeres femmes frauen donne mulheres vrouwen
work trabajo travail arbeit lavoro|workers worker arbeiter obrero obrera obreros trabajadores ouvriers lavoratori arbeiders trabalhadores
world welt mundo monde mondo wereld worldwide|youth juventud jeunesse jugend gioventu juventude jeugd`;
