/**
 * Given names that are used for each other, one group a line: English, German, French, Spanish, Dutch, Russian,
 * Polish, Italian, Portuguese, Nordic, and spellings of Arabic names. A name may stand in
 * several groups (Alex is Alexander or Alexandra); two names are variants when they share one.
 */
export const NICKNAME_GROUPS = `
peter pit piet pete pieter petrus
willem wim wil pim
sebastiaan bas sebastian basti
johannes hans jan hannes joop
elisabeth elli lisbeth elly
verena vreni vroni
nicole niki nicky nikki
eberhard ebi
matthias matze matthes hias
marlene leni
philippa pippa pip
giuseppe pino beppe peppe
francesco franco cecco
matteo teo
brigitte gitti gitta
cornelis kees cor
hendrik henk rik
jacobus koos
abigail abby abbie gail
abraham abe bram
adelaide addie ada adele
agnes aggie nessa
albert al bert bertie albrecht
alexander alex alec alejandro alexandre sandy xander sascha sasha lex aleksander
alexandra alex alexa sandra sandy sascha sasha alejandra lexi
alfred al fred alf alfie alfredo
alice ali allie lisa
amanda mandy amy
andrew andy drew andreas andre andres andrea
angela angie angelika angelina angel
anna ann anne annie anny nan nancy hannah ana anja annette anita nina
anthony tony anton antonio antoine toni
arthur art artie artur arturo
augustus gus august augustin
barbara barb babs barbie baerbel
beatrice bea trixie beatrix beatriz
benjamin ben benny benji
bernard bernie bernhard bernardo bernd
bradley brad
caroline carol carrie caro carolina carolin karoline
catherine cathy kate katie kathy cat katherine kathryn katharina katrin kathrin karin kay kitty catalina catarina kat kit
cecilia cecily cissy celia
charles charlie chuck chas chaz carl karl carlos charly
charlotte lottie lotte charlie charly carlotta
christian chris christiaan cristian kristian
christina chris chrissy christine kristina kristin tina christa christel cristina kirsten
christopher chris kit topher christoph christophe cristobal kris christof
clara claire klara
claudia claude klaudia
clifford cliff
cornelia conny connie nelly
cynthia cindy
daniel dan danny dani daniele
danielle dani daniela dana
david dave davey davy
deborah deb debbie debra
dennis denny denis
diana di diane
dietrich dieter dirk
dolores lola
dominic dom nick dominik dominique domingo
donald don donnie donny
dorothy dot dottie dolly dorothea thea doris dora
douglas doug
edward ed eddie ted teddy ned eduard eduardo edouard
edmund ed ted edmond ned
edwin ed ned
eleanor ellie nora nell leonora eleonore lenore ella
elizabeth liz beth betty eliza lizzie lisa elsie elisabeth libby bess bessie betsy lisbeth elise elsa ilse isabel elke liesel
emily em emmy millie emilie emilia emma
emmanuel manny manuel
ernest ernie ernst ernesto
eugene gene eugen
evelyn eve evie evelin
ferdinand fred ferdi fernando fernand
florence flo florrie
frances fran fanny francine franziska franzi francoise francisca francesca
francis frank fran frankie franz francisco paco pancho francois francesco
franklin frank
frederick fred freddy freddie rick friedrich fritz frederic federico fredrick frederik fredi
gabriel gabe
gabriele gabi gaby gabriela gabrielle
george georgie georg jorge georges joerg juergen jurgen jorgen
gerald gerry jerry gerhard gerd gerard gert
geoffrey geoff jeff jeffrey gottfried
gertrude trudy gerti gertrud trude
gregory greg gregor gregorio gregg
guenther guenter gunther gunter gunnar
gustav gus gustavo
hans johann johannes johan john hannes
harold harry hal harald
heather hettie
heinrich heinz heiner henry hank enrique henri harry henrik hendrik heiko
helen nell nellie ellen elena helena helene leni lena helga
henrietta etta hettie henriette
herbert herb bert heribert herbie
hermann herman armand armando
hubert bert hubertus hugh hugo
ignatius ignacio nacho ignaz
isaac ike zac
isabella bella izzy isabel belle isabelle ysabel isabell
jacob jake jakob jacques jaime
jacqueline jackie jacky
james jim jimmy jamie jem jaime
janet jan jane jeanette janette jenny
jane janie jean joan johanna jeanne joanna juana hanna janina jana
jason jay
jennifer jen jenny jenna
jeremy jerry jeremiah jem
jerome jerry hieronymus
jessica jess jessie
joachim achim jochen joaquin jochem
john jack johnny jon jean juan ian sean johnnie ivan jan
jonathan jon nathan jonny johnathan
jose pepe josef joseph
joseph joe joey jo josef jose joschka sepp jupp pepe josip
josephine jo josie josefine josefa josefina
joshua josh
joyce joy
judith judy jude judit
julia julie jule juliane juliana giulia
julian jules julien julius julio
karen kari karin
katrina tina trina
kenneth ken kenny
kimberly kim kimberley
klaus claus nikolaus niklas
konrad conrad kurt curt
kristen kris kirsten
lawrence larry laurence lars lorenz lorenzo lauren laurent
leonard leo len lenny leon leonardo leonhard lennart
leopold leo poldi
leslie les lesley
lillian lily lilly lil liliana
louis lou louie ludwig luis lewis lutz
louise lou luise luisa lulu
lucas luke lukas luc
lucille lucy lucia lucie
madeline maddie magdalena magda madeleine lena maddy
manfred fred manni manny
margaret maggie meg peg peggy marge margie greta gretchen rita margarete margarethe grete margot marguerite margarita daisy margit marga madge
maria mary marie mariah mia molly polly may mimi marion maren ria marita miriam maja
marianne marian mary anne marianna
mark marc marcus markus marco marcos
martha marty patty marta mattie
martin marty martijn
matthew matt matty matthias mathias mateo mathieu mat matias mads
maurice moritz morris mauricio moe
maximilian max maxi maximilien maximiliano maxim
maxine max
melanie mel mela
melissa mel missy lissa
mercedes mercy
michael mike mick mickey micky michel miguel mikael mikhail mitch michi mischa
michelle shelly micha michele
mildred millie
mitchell mitch
monica moni monika monique
natalie nat nathalie natalia natasha
nathaniel nate nat nathan nathanael
nicholas nick nicky nico nikolaus niklas klaus nicolas nils niko claus nikolas nikolai colin
nicole nicky nicki nikki nicola
norbert bert
olivia liv livy ollie
oliver ollie olli olivier noll
oswald ozzy ossi
otto ottokar
pamela pam
patricia pat patty trish tricia patsy patrizia
patrick pat paddy patrice patricio
paul pablo paulus paolo
paula pauline paulina
penelope penny
peter pete pedro pierre piet petra
philip phil pip philipp philippe felipe phillip
phyllis phil
priscilla cilla prissy
rachel rae rachael raquel
raphael rafael rafa ralph
raymond ray raimund ramon
rebecca becky becca rebekka reba
regina gina reggie
reginald reg reggie rex
reinhard reiner rainer reinhold reini
renate nate renata
richard rick dick richie rich ricky ricardo rico ritchie
robert bob bobby rob robbie bert roberto rupert robin robby
roberta bobbie robbie
rodney rod roddy
roger rog ruediger rodger
roland rollo rolando orlando
ronald ron ronnie ronny
rosemary rose rosie romy rosemarie rosmarie
rosalind rose roz rosalie
rudolph rudy rolf rudolf rudi rodolfo ralf
russell russ rusty
salvador salva sal
samantha sam sammy
samuel sam sammy
sandra sandy sondra
santiago diego jaime james iago
sarah sally sadie sara
sebastian seb basti bastian bas sebastien
shirley shirl
sibylle sybil
siegfried sigi siggi sigfrid
sigrid siri
sophia sophie fia sofia sofie
stefan steffen stephan stephen steve stephane esteban
stephanie steph stefanie steffi stefania estefania
stephen steve stevie steven stephan stefan
susan sue susie suzy suzanne susanne susanna susi sanne suse
sylvia silvia sylvie sylwia
terence terry
teresa terry tess tessa theresa therese tracy resi teresita
theodore ted theo teddy theodor tedd teodoro
theobald theo
thomas tom tommy thom tomas
timothy tim timmy timo
tobias toby tobi tobie
ulrich uli ulli ulf utz
ulrike uli rike ulli
ursula uschi ursel ulla
valerie val
valentin val valentino
vanessa nessa
veronica ronnie vera veronika
victor vic vick viktor
victoria vicky tori vickie viktoria vikki
vincent vince vinny vinnie vicente vinzenz
virginia ginny ginger gina
vivian viv vivien vivienne
walter walt wally walther
wendy gwen gwendolyn
wilhelm willi willy wim helmut guillaume guillermo william
wilhelmina wilma minna mina willa
william bill billy will willie liam willy wilhelm guillaume guillermo bil
winifred winnie freda
wolfgang wolf wolfi wolff
yvonne evonne yvette
zachary zach zack zac
aleksandr alexander sasha sascha shura sanya alex
aleksandra alexandra sasha ola olka
aleksei alexei aleksey alexey alyosha lyosha lesha
anastasia anastasiya nastya asya stasia
andrei andrey andrej andrzej
boris borya
dmitri dmitry dmitriy dima mitya
ekaterina yekaterina katerina katya catherine
evgeni evgeny yevgeny evgeniy eugene zhenya
irina irena ira
ivan vanya john
konstantin kostya constantin constantine
ludmila lyudmila lyuda luda mila
maria mariya masha marusya
mikhail mihail michail misha michael
natalia natalya nataliya natasha
nikolai nikolay nikolaj kolya nicholas
olga olya olja
pavel pasha paul pawel
pyotr petr piotr petya peter
sergei sergey sergej serge seryozha
svetlana sveta lana
tatiana tatyana tanya tania
vladimir volodya vova wladimir
vyacheslav viacheslav slava
yelena elena alena lena helen
yuri yury yuriy juri iurii yura
agnieszka aga agnes
barbara basia
grzegorz grzes grzesiek gregory
jakub kuba jakob jacob
jan janek jas
joanna asia aska
katarzyna kasia kaska catherine
krzysztof krzysiek krzys christopher
malgorzata gosia margaret
marcin martin
michal michael
piotr piotrek peter
stanislaw staszek stach stan
tomasz tomek thomas
wojciech wojtek adalbert
zofia zosia sophia
alessandro sandro ale alex
alessandra sandra ale
caterina rina katia
domenico mimmo mimi
elisabetta betta lisa elisa
gianni giovanni vanni nino john johannes
giacomo james jacob jakob
guglielmo william memo
luigi gigi gino luis louis ludwig
lorenzo renzo enzo
margherita rita marga
raffaele lello raphael
salvatore toto turi
vincenzo enzo vincent
joao john johannes juan
jose ze zeca zezinho
francisco chico
eduardo edu dudu
roberto beto
sebastiao tiao
manuel manel manolo manu
fernanda nanda
ignacio nacho inaki
jesus chus chuy
guadalupe lupe lupita
rosario charo
concepcion concha conchita
dolores lola lolita
enrique quique kike
javier xavier javi xavi
rafael rafa
anders andreas
lars lasse laurits
nils nisse niels
karl kalle carl
per pelle peer peter
kristina stina kia
margareta greta meta
katarina kajsa karin
joergen jorgen georg
mohammed muhammad mohamed mohammad muhammed mohamad mehmet mahomed muhamad mohd mhd muhd
ahmed ahmad ahmet
husayn hussein hussain hossein husain huseyin
yusuf youssef yousef yousuf yosef joseph
omar umar omer
usama osama
abdullah abdallah abdulla
abdul abdel abd
ibrahim abraham ebrahim
khalid khaled halid
said saeed saed sayed syed sayyid
fatima fatma fatimah fatemeh
aisha ayesha aysha ayse aicha
hassan hasan
mustafa mostafa moustafa
yasser yasir yassir
yahya yehia
tariq tarek tarik
jamal gamal djamel djamal cemal
karim kareem kerim
rashid rasheed rachid
suleiman sulaiman soliman suleyman solomon
zainab zeynep zaynab zineb
`;
