/**
 * English given names with their short and pet forms beyond `nickname-groups.ts`: "name:form,form". Compiled from
 * the facts of the list github.com/carltonnorthern/nicknames (Apache License 2.0), folded to ASCII.
 */
export const NICKNAME_LIST = `
aaron:erin,ron,ronnie abbigail:abbe,abbey,abbi,abbie,abby,gail,nabby
abbigale:abbe,abbey,abbi,abbie,abby,gail,nabby abednego:bedney abel:ab,abe,eb,ebbie abiel:ab
abigail:abbe,abbey,abbi,nabby abigale:abbe,abbey,abbi,abbie,abby,gail,nabby abijah:ab,bige abner:ab
abraham:ab abram:ab,abe absalom:ab,abbie,app ada:addy,adie adaline:ada,addy,adie,delia,dell,lena
addison:addie,addy adela:adie,della adelaide:addy,adie,dell,della,heidi adelbert:albert,bert,del,delbert
adele:addy,dell adeline:ada,addy,delia,dell,lena adelphia:addy,adele,dell,delphia,philly
adena:adina,deena,dena,dina adolphus:ado,adolph,dolph adrian:rian adriane:riane adrienne:addie,enne,rienne
agatha:aga,aggy agnes:aggy,inez aileen:allie,lena alan:al alanson:al,lanson alastair:al alazama:ali
alberta:allie,bert,bertie aldo:al aldrich:rich,riche,richie aleksandr:alek,alex aleva:leve,levy alex:al
alexander:al alexandra:alla alexandria:alex,alexander,alla,drina,sandra alexis:alex,lexi alfonse:al
alfred:freddy alfreda:alfy,freda,freddy,frieda algernon:algy alice:elsie alicia:allie,elsie,lisa
aline:adeline alison:ali,allie alixandra:alix allan:al,alan,allen allen:al,alan allisandra:ali,allie,ally
allison:ali,allie,ally allyson:ali,allie,ally allyssa:ali,allie,ally almena:ali,allie,ally,mena
almina:minnie almira:myra alonzo:al,lon,lonzo alphinias:alphus althea:ally alverta:vert,virdie
alyssa:al,ally,lissia alzada:zada amanda:manda ambrose:brose amelia:amy,emily,mel,millie amos:moses
anastasia:ana,stacy anderson:andy andre:drea andrea:andi,drea,rea andrew:randy andriane:ada,adri,rienne
angelica:angel,angelika,angelique,angie angelina:lina annette:nettie anselm:ance,anse,ansel,selma
anthony:ant antoinette:ann,netta,tony antonia:ann,netta,tony antonio:ant appoline:appie,appy
aquilla:quil,quillie ara:arry,belle arabella:ara,arry,bella,belle arabelle:ara,arry,bella,belle
araminta:armida,middie,minty,ruminta archibald:archie archilles:kill,killis ariadne:ari,arie arielle:arie
aristotle:telly arizona:ona,onie arlene:arly,lena armanda:mandy armena:arry,mena armilda:milly
arminda:mindie arminta:minite,minnie arnold:arnie aron:erin,ron,ronnie artelepsa:epsey artemus:art
arthusa:thursa arzada:zaddi asahel:asa asaph:asa asenath:assene,natty,sene ashley:ash,ashly,leah,lee
aubrey:bree audrey:audree,dee augusta:aggy,gatsy,gussie,tina augustina:aggy,gatsy,gussie,tina
augustine:august,austin,gus augustus:austin aurelia:aurilla,ora,orilla,ree,rilly avarilla:rilla
azariah:aze,riah bab:barby babs:bab,barby barbara:bab,barby,bobbie barbery:barbara barnabas:barney
bart:bartholomew bartholomew:bartel,bat,mees,meus barticus:bart bazaleel:basil beatrice:trisha,trix
becca:beck beck:becky bedelia:bridgit,delia belinda:belle,linda benedict:ben,bennie
benjamin:benjy,bennie,jamie bernard:barney,berney,berny berney:bernie bertha:bert,bertie,birdie bertram:bert
bertrand:randy bethena:beth,thaney beverly:bev bezaleel:zeely biddie:biddy bill:fred,robert
billy:fred,robert blanche:bea boetius:bo brad:bradford,ford bradford:ford brady:brody breanna:bree,bri
breeanna:bree brenda:brandy brian:bryan,bryant brianna:bri bridget:biddie,biddy,bridgie,bridie
brittany:britt,brittnie brittney:britt,brittnie broderick:brady,brody,rick,ricky,rod
bryanna:ana,anna,bri,briana,brianna caitlin:cait,caity caitlyn:cait,caity caldonia:calliedona caleb:cal
california:callie calista:kissy calpurnia:cally calvin:cal,vin,vinny cameron:cam,ron,ronny camile:cammie
camille:cammie,millie campbell:cam candace:candy,dacey carla:carly,karla carlton:carl carmellia:mellia
carmelo:melo carmon:cammie,carm,charm carol:carolann,carole,carri,cassie,kara,kari,lynn carolann:carole
caroline:carole,cassie,lynn carolyn:carrie,cassie,lynn carrie:cassie carthaette:etta,etty casper:jasper
cassandra:cassie,sandra,sandy cassidy:cass,cassie caswell:cass catherine:casey,cassie,katy,kittie,lena,trina
cathleen:casey,cassie,cathy,kathy,katy,kay,kit,kittie,lena,trina cedric:ced,rick,ricky celeste:celia,lessie
celinda:linda,lindy,lynn charity:chat charles:chick charlotte:char,lotta,sherry chauncey:chan
chelsey:chelsie cheryl:cher chesley:chet chester:chet chick:caroline,charlotte,chuck chloe:clo christian:kit
christiana:ann,chris,christy,crissy,kris,kristy,tina christiano:chris christina:christy,crissy,kris,kristy
christine:christy,crissy,kris,kristy christoffer:chris christy:crissy cicely:cilla
cinderella:arilla,cindy,rella,rilla claire:clair,clare clara:clarissa clare:clara clarence:clair,clare
clarinda:clara clarissa:cissy claudia:claud cleatus:cleat clement:clem clementine:clem,clement clifford:ford
clifton:cliff,tony cole:colie columbus:clum con:conny conrad:con,conny constance:connie cordelia:cordy,delia
corey:coco,cordy,ree corinne:cora,ora cornelia:cornie,corny,nelia,nelle cornelius:con,conny,corny,neil,niel
cory:coco,cordy,ree courtney:court,curt crystal:chris,crys,stal,tal curtis:curt cynthia:cintha
cyrenius:cene,cy,renius,serene,swene cyrus:cy dahl:dal dalton:dahl,dal daniel:dann danielle:ellie
daphne:daph,daphie darlene:darry,lena david:day daycia:dacia,daisha deanne:ann,dee debbie:debby debby:deb
debora:deb,debbie,debby deborah:debby deidre:deedee delbert:bert,del delia:delius,fidelia
delilah:dell,della,lil,lila deliverance:della,delly,dilly della:dell delores:dee,dell,della,lola,lolly
delpha:philadelphia delphine:del,delf,delphi demaris:dea,maris,mary demerias:dea,maris,mary democrates:mock
dennis:dennie dennison:dennis,denny derek:derrek,rick,ricky derick:rick,ricky derrick:eric,rick,ricky
deuteronomy:duty diana:dicey,didi diane:dian,dianne,dicey,didi dicey:dicie dickson:dick domenic:dom,nic
dominic:nic dominick:dom,nick,nicky dominico:dom donald:dony donato:don donna:dona
donovan:don,donnie,donny,dony dorcus:darkey dorinda:dora,dorothea dorothea:doda dorothy:dortha,dotty
dotha:dotty dotty:dot drusilla:silla duncan:dunk earnest:ernestine,ernie ebbie:eb ebenezer:eb,ebbie,eben
eddy:ed edgar:ed,eddie,eddy edith:edie,edye edmond:eddie,eddy edmund:eddie,eddy edna:edny eduardo:eddy
edward:eddy edwin:eddie,eddy,win edwina:edwin edyth:edie,edye edythe:edie,edye egbert:bert,burt eighta:athy
eileen:helen elaine:helen,lainie elbert:albert,bert elbertson:bert,elbert eldora:dora
eleanor:elaine,ellen,lanna,lenora,nelly eleazer:lazar elias:eli,lee,lias elijah:eli,lige eliphalel:life
eliphalet:left elisa:lisa elisha:eli,lish elizabeth:lib,liza,lizzy ella:el,ellen ellender:ellen,helen,nellie
ellie:elly ellswood:elsey elminie:minnie elmira:ellie,elly,mira elnora:nora eloise:heloise,louise
elouise:louise elsie:elsey elswood:elsey elvira:elvie elwood:woody elysia:lisa,lissa elze:elsey
emanuel:manny,manuel emeline:em,emily,emma,emmy,milly emil:em,emily emily:mel
epaphroditius:dite,ditus,dyce,dyche,eppa ephraim:eph erasmus:rasmus,raze eric:rick,ricky
ernestine:erna,ernest,teeny,tina erwin:irwin eseneth:senie essy:es estella:essy,stella estelle:essy,stella
esther:essie,hester eudicy:dicey eudora:dora eudoris:dosie,dossie eunice:nicie euphemia:effie,effy
eurydice:dicey eustacia:stacia,stacy eva:eve evaline:eva,eve,lena evangeline:ev,evan,vangie
evelyn:ev,evelina experience:exie ezekiel:ez,zeke ezideen:ez ezra:ez faith:fay
fallon:fal,falcon,fall,fallie,fally,falon,lon,lonnie felicia:fel,feli,felix felicity:flick,tick feltie:felty
ferdinand:ferdie,freddie,freddy ferdinando:ferdie,fred,nando fionna:fiona flora:florence florence:flossy
floyd:lloyd fran:frannie frances:cissy,francie,frankie,frannie,franniey,franny,sis francie:francine
francine:frannie,franniey,franny franklin:fran franklind:fran,frank freda:frieda
frederica:erica,erika,freddy,frederick,rickey frederick:derick,erick,ricky
fredericka:ericka,freda,freddy,frieda,ricka,rickey frieda:fred,freddie,freddy gabriel:gabby
gabriella:ella,gabby gabrielle:ella,gabby gareth:gare,gary
garrett:barrett,gare,garratt,garret,garry,gary,jerry,rhett garrick:garri genevieve:eve,jean,jenny
georgiana:georgia georgine:george geraldine:dina,gerri,gerrie,gerry,jerry gerhardt:gay gertie:gert,gertrude
gertrude:gert gilbert:bert,gil,wilber giovanni:gio glenn:glen gloria:glory governor:govie
greenberry:berry,green greggory:gregg gregory:gory griselda:grissel gum:monty gus:gussie gustavus:gus,gussie
hailey:haylee,hayley hamilton:ham hannah:nanny harold:hap,haps harriet:hattie harrison:hap,haps,harry
harry:hap,haps haseltine:hassie haylee:hayley heather:hetty helen:ella,ellie
helena:aileen,eileen,elaine,eleanor helene:ella,ellie heloise:elouise,lois
henrietta:etty,hank,henny,nettie,retta henry:hal,hap,haps hephsibah:hipsie hepsibah:hipsie
herman:dutch,harman hermione:hermie hester:hessy,hetty hezekiah:hez,hy,kiah hillary:hilary hipsbibah:hipsie
hiram:hy honora:honey,nora,norah,norry hopkins:hop,hopp horace:horry hortense:harty,tensey hosea:hosey,hosie
howard:hal,howie hubert:hub ignatius:iggy,nace,nate,natius ignatzio:iggy,nace,naz immanuel:emmanuel,manuel
india:indie,indy iona:onnie irene:rena irvin:irving irving:irv isaac:zeke
isabel:bell,ib,issy,nib,nibby,tibbie isabella:ib,issy,nib,nibby,tibbie isabelle:ib,issy,nib,nibby,tibbie
isadora:dora,issy isadore:izzy isaiah:zadie,zay isidore:izzy iva:ivy jackson:jack jacob:jaap,jay
jacobus:jacob jacqueline:jack,jacqui jahoda:hoda,hodie,hody
jalen:al,alen,haylen,jaelin,jaelyn,jailyn,jay,jaye,jaylin,jaylyn,len,lennie,lenny james:jimmie
jamey:james,jamie jane:jennie,jessie janet:jessie janice:jan jannett:nettie jasper:jap jayme:jay
jean:jeannie jeanette:jean,jessie,nettie jeanne:jeannie jebadiah:jeb jedediah:diah,dyer,jed
jedidiah:diah,dyer,jed jefferey:jeff jefferson:jeff,sonny jeffery:jeff jehiel:hiel jehu:gee,hugh jemima:mima
jennet:jenn,jenny,jessie jennifer:jenn,jenni,jennie jeremiah:jereme jeremy:jez,jezza jerita:rita
jerry:geri,jereme jillian:jill jim:jimmie jincy:jane jinsy:jane joan:jo,nonie joann:jo
joanna:hannah,jo,jodi,jody joanne:jo jody:jo johanna:jo johannah:hannah,jo,joan,jody,nonie
johannes:johnny,jonathan john:jock,jonnie,jonny johnathan:john,johnathon,johny,jonathon,jonnie
johnathon:john,johny,jon,jonathan,jonathon,jonnie,jonny jon:jonnie jonathan:john,johny,jonathon,jonnie
jonathon:john,johny,jon,jonnie,jonny joseph:jody,jos josephine:fina,jody,joey,josey josetta:jettie
josey:josophine joshua:joe,jos josiah:jos josophine:jo,joey juanita:nettie,nita judah:jude,juder
judith:juda,judi,judie judson:jud,sonny julia:jill,jules julian:jule julias:jule,jules julie:jules
june:junius junior:jr,june,junie justin:justina,juston,justus kaitlin:kait,kaitie kaitlyn:kait,kaitie
kaitlynn:kait,kaitie kalli:cali,kali kameron:kam karla:carly katarina:catherine,tina katelin:kate,kay,kaye
katelyn:kate,kay,kaye katherine:cassie,katy,kaye,kittie,lena,trina
kathleen:cassie,cathy,kathy,katy,kay,kit,kittie,lena,trina katia:kate,katie katy:kate,kathy,katie kayla:kay
kelley:kelli,kellie,kelly kendall:ken,kenny kendra:kay,kenj,kenji,kenny kendrick:ken,kenny kendrik:ken,kenny
kenneth:kendrick kent:ken,kendrick,kenny kerry:kerri kevin:kev keziah:kizza,kizzie kimberley:kimberli
kimberly:kimberli kingsley:king kingston:king kit:kittie kristel:kris kristen:chris
kristine:chris,christy,crissy,kris,kristy,tina kristofer:chris,kris kristoffer:chris,kris
kristopher:chris,kris kristy:chris kymberly:kym lafayette:fate,laffie lamont:monty laodicia:cenia,dicy
latisha:tish,tisha laurel:laurie lauren:laurie,ren laurence:lon,lonny,lorne,lorry laurinda:laura,lawrence
lauryn:laurie laveda:veda laverne:verna,vernon lavina:ina,vina,viney lavinia:ina,vina,viney
lavonia:vina,viney,vonnie,wyncha lavonne:von lawrence:lawrie,lon,lonny,lorne,lorry leanne:annie,lea
lecurgus:curg leilani:lani lemuel:lem lenora:lee,nora leonard:lineau leonidas:lee,leon leonora:nellie
leonore:elenor,honor,nora leroy:lee,roy lester:les letitia:lettice,lettie,tish,titia levi:lee levicy:vicy
levone:von lib:libby lidia:lyddy lillah:lil,lilly,lily,lolly lillian:lolly lincoln:link linda:lindy,lynn
lindsay:lindsey,lindsie,lindsy lindy:lynn lionel:leon littleberry:berry,little lois:lou,louise lonzo:lon
lorelei:laurie,lori,lorrie lorenzo:loren loretta:etta,lorie,lorrie,retta lorraine:lorie,lorrie lotta:lottie
lou:lu louis:louise louisa:eliza,lois,lou louise:eliza louvinia:vina,viney,vonnie,wyncha lucia:lucius
lucias:luke lucille:cille,lou,lu lucina:sinah lucinda:cindy,lou,lu,lucy lucretia:creasey luella:ella,lu,lula
lunetta:nettie lurana:lura luther:luke lydia:lyddy lyndon:lindy,lynn mabel:amabel,mehitabel mac:mc
mack:mac,mc mackenzie:kenzy,mac,mack maddison:maddi,maddie maddy:madelyn,madge
madeline:maddi,madge,madie,maggie,maud madelyn:madie madison:maddy,mattie maegen:meg magdalena:maggie
magdelina:lena,madge,magda,maggie mahala:hallie makayla:kayla malachi:mally malcolm:mac,mal,malc
malinda:lindy manda:mandy mandie:amanda manerva:eve,minerva,nerva,nervie manoah:noah manola:nonnie
margaret:gretta,maggy,margery,margy,midge
margaretta:daisy,gretta,madge,maggie,marge,margery,margie,meg,midge,peg,peggy,rita
margarita:maisie,margo,megan,metta,midge,peggie marge:margery margie:marjorie marian:marion marie:mae
marietta:mae,mamie,maria,mariah,marie,marion,mary,maureen,may,mercy,minnie,mitzi,mollie,molly,polly
marilyn:mary marissa:rissa marjorie:margy marni:marnie marsha:marcia,marcie,mary martha:mat,patsy
martina:tina martine:tine marv:marvin mary:mae,mamie,mitzi masayuki:masa mat:mattie mathew:mat,matt,maty
mathilda:patty,tillie matilda:matty,maud,tilla,tilly matthew:mattie,thias,thys matthews:matt,mattie,matty
matthias:thias,thys maud:middy maureen:mary maurice:morey mavery:mave mavine:mave maximillian:max
maxwell:max may:mae mckenna:ken,kenna,meaka medora:dora megan:meg meghan:meg mehitabel:hetty,hitty,mitty
melanie:mellie melchizedek:dick,zadock melinda:linda,lindy,lynn,mel,mindy melissa:lisa,milly mellony:mellia
melody:lodi melvin:mel melvina:vina mercedes:merci,sadie merv:mervin mervyn:merv micajah:cage
michael:micah,mikey micheal:mike,mikey,miky michelle:chelle,mickey,shelley,shellie,shely
miguel:miggy,miguael,miguaell,miguail,miguaill,miguayl,miguayll,miguell mildred:milly millicent:milly,missy
minerva:minnie minnie:wilhelmina miranda:mandy,mira,randi,randy miriam:mitzi,mitzie mitzi:mittie,mitty
mitzie:mittie,mitty monet:nettie monica:monna,monnie monteleon:monte montesque:monty montgomery:gum,monty
morris:morey mortimer:mort moses:mose,moss muriel:mur myrtle:mert,myrt,myrti nadine:deedee,nada nancy:nanny
naomi:omi napoleon:leon,nap,nappy natalie:natty,nettie natasha:tasha nathaniel:natty,than nelle:nelly
nelson:nels newt:newton nicholas:claas,claes,nic,nickie
nicholette:cole,nichole,nickey,nicki,nicky,nicole,nikki nicodemus:nic,nick,nickie,nicky,nico
nicolas:nic,nickie nicole:cole,nole nikolas:claes,nic,nickie nikole:nikki nora:nonie norbert:norby
norbusamte:norbu norman:norm nowell:noel obadiah:diah,dyer,obed,obie obediah:obie
obedience:beda,beedy,biddie,obed octavia:tave,tavia odell:odo olive:livia,nollie,ollie olivia:livia,nollie
onicyphorous:cy,cyphorus,one,osaforum,osaforus,syphorous orilla:ora,rilly orphelia:phelia ossy:ozzy
oswald:ossy,waldo otis:ode,ote pandora:dora parmelia:amelia,melia,milly
parthenia:parsuny,pasoonie,phenie,teeny patience:pat,patty patricia:patti,trisha patrick:pate,patsy,peter
paul:polly paula:lina,polly paulina:lina,polly pauline:polly pelegrine:perry percival:percy peregrine:perry
permelia:mellie,melly,milly pernetta:nettie persephone:seph,sephy peter:pate petronella:nellie
pheney:josephine pheriba:ferbie,pherbia philadelphia:delphia philander:fie philetus:leet,phil
philinda:linda,lindy,lynn philipina:penie,phoebe,pip philly:delphia philomena:menaalmena phoebe:fifi
pinckney:pink pleasant:ples pocahontas:pokey posthuma:humey prescott:pres,scott,scotty priscilla:cissy
providence:provy prudence:prudy,prue rachel:shelly rafaela:rafa ramona:mona randall:randy
randolf:dolph,randy randolph:dolph,randy reba:beck rebecca:beck reginald:naldo,renny relief:leafa
reuben:rube reynold:reginald rhoda:rodie rhodella:della rhyna:rhynie richard:dickie,dickon,dicky
robert:dob,dobbin,hob,hobkin roberta:bert,bertie,birdie,birtie,roby roderick:erick,rickie,rod,roddy
rodger:bobby,hodge,rod,roge roger:bobby,hodge,rod,roge roland:lanny,rolly ronald:naldo rosa:rose
rosabel:belle,rosa,rose,roz rosabella:bella,belle,rosa,rose,roz rosaenn:ann rosaenna:ann
rosalinda:linda,rosa,rose,roz rosalyn:linda,rosa,rose,roz roscoe:ross roseann:ann,rose,rosie,roz
roseanna:ann,rose,rosie,roz roseanne:ann rosemary:marie,mary,rosey rosina:sina roxane:rox,roxie
roxanna:ann,rose,roxie roxanne:ann,rose,roxie rudolph:dolph,olph rudolphus:dolph,olph,rolf,rudy ryan:ry
sabrina:brina safieel:safie salome:loomie salvador:sally samantha:mantha sampson:sam,sammy samson:sam,sammy
samyra:myra,sam,sammy sanford:sandy sarilla:silla savannah:anna,savanna,vannie
scott:sceeter,scottie,scotty,squat sebastian:sebby serena:rena serilla:rilla seymour:morey,see
shaina:sha,shay sharon:sha,shay shaun:shawn sheila:cecilia sheldon:shelly shelton:shel,shelly,tony
sheridan:dan,danny,sher sheryl:cheri,cherie,sher,sheri,sherri,sherry,sherryl shirley:lee,sherry
sibbilla:sibbell,sibbie,sybill sidney:sid,syd sigfired:sid sigfrid:sid sigismund:sig silas:si silence:liley
silvester:si,sly,syl,vest,vester simeon:si,sion simon:si,sion smith:smitty socrates:crate
solomon:sal,salmon,saul,sol,solly,zolly sondra:dre,sonnie sophronia:frona,fronia,sophia
stacey:staci,stacie,stacy stacie:staci,stacy stacy:staci
stephanie:annie,steffie,stephani,stephany,stephie,stephine,stevie stephen:steph steven:steph stuart:stu
sullivan:sully,van susan:hannah,sukey,suzie susannah:hannah,sue,sukey,susie susie:suzie suzanne:suki
sybill:sibbie sydney:sid sylvanus:sly,syl sylvester:si,sly,sy,syl,vessie,vester,vet tabby:tabitha
tamarra:tammy tammie:tami,tammy tammy:tami tanafra:tanny tasha:tash,tashie temperance:tempy teresa:tessie
terri:teri,terrie,terry thad:thaddeus theodora:dora theodosia:dosia,theo,theodosius theophilus:ophi
theotha:otha theresa:tessie,thirza,thursa,traci,tracie thomasa:tamzine tiffany:tiff,tiffy tilford:tillie
tisha:tish tobias:bias tranquilla:quilla,trannie trish:trisha trix:trixie tryphena:phena unice:eunice,nicie
uriah:riah ursula:sula,sulie valentina:felty,val,vallie valentine:felty valeri:val,valerie vanburen:buren
vandalia:vannie vanessa:essa,vanna vernisee:nicey veronica:franky,frony,ron,ronie,ronna,ronny,vonnie
vic:vicki,vickie,vicky vicki:vickie,vicky,victoria victoria:torie,torri,torrie,tory,vic vijay:vij
vincent:vic,vin vincenzo:vic,vin,vince,vinnie,vinny vinson:vin,vince,vinnie,vinny viola:ola,vi
violetta:lettie virginia:jane,jennie,virgy vivian:vi waldo:ossy,ozzy wallace:wally washington:wash
webster:webb wendy:wen wesley:wes westley:wes,west wilber:bert,will wilbur:will,willie,willy
wilda:willie wilfred:fred,wil,will,willie wilhelm:wil wilhelmina:willie will:fred william:bela,bell,wil
willie:fred willis:bill,willy wilma:billiewilhelm,william wilson:will,willie,willy winfield:field,win,winny
winifred:freddie,winnet winnie:winnifred winnifred:fred,freddie,freddy,winny winton:wint
woodrow:drew,wood,woody yeona:ona,onie yoshihiko:yoshi yulan:lan,yul yvonne:vonna zach:zak
zachariah:zac,zach,zachy,zack,zak,zakk,zeke zachary:zachy,zak,zakk,zeke
zachery:zac,zach,zachy,zack,zak,zakk,zeke zack:zak zebedee:zeb zedediah:diah,dyer,zed zephaniah:zeph
`;

/** Short forms of other languages, and some more English ones, in the same form; from general knowledge. */
export const MORE_NICKNAMES = `
rebecca:bex becky:bex oliver:oli,olly,ollie francesco:ciccio,checco stephan:steff,steffen stefan:steff,steffen gillian:gill,jill,gilly
johan:jan,hans alexander:sander,sandro katharina:kaethe,tina ingrid:inge christine:christl valentina:vale riccardo:ricky,ricki
elizabeth:lizz magdalena:leni,lena johanna:joke,hanneke,jannie caroline:caro,caz guenter:guenni michael:micha dominik:domi
elisabeth:sissi,els,liesbeth brigitte:gitte,biggi angelika:geli barbara:babsi roswitha:rosi sabine:bine kornelia:conny,nelly
cornelia:conny,corrie,cor konrad:conny theresia:resi theresa:resi anna:anneke maria:mitzi,marijke veronika:vroni wilhelm:willem
wilhelmina:willemijn jacob:jaco antonius:anton,ton,toon anton:ton,toon gerardus:gerard gerrit:ger adrianus:ad adriaan:arjen
marinus:rinus theodorus:theo bartholomeus:bart lambertus:bert albertus:bert hubertus:huub nicolaas:klaas,nico dirk:diederik
geertruida:truus catharina:toos,trijntje,karin hendrika:riek christophe:tof benoit:ben veronique:vero isabelle:isa sandrine:sand
nathalie:nath emmanuelle:manu emmanuel:manu genevieve:gene francesca:franca antonio:tonino,nino federico:fede federica:fede
giovanna:gianna gaetano:tano michele:lele emanuele:lele stefano:ste roberto:berto,robi,beto umberto:berto filippo:pippo
giacomo:mino alejandro:jandro alberto:beto guillermo:memo mercedes:merche isabel:isa teresa:tere luis:lucho graham:gray nigel:nige
gareth:gaz darren:daz sharon:shaz barry:baz derek:del deborah:debs stanley:stan wilfred:wilf duncan:dunc georgina:georgie,gina
imogen:immy
`;
