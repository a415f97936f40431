/**
 * Words that leaked passwords are made of, in Swedish and English, without the digits and signs they are dressed in: every
 * word stands for the hundreds of passwords that `password-policy.ts` leads back to it.
 */
export const commonBases: ReadonlySet<string> = new Set(
  `
  aaaa aaaaaa aaaaaaaa abba abc abcabc abcd abcde abcdef abcdefg abcdefgh access acdc admin adminadmin administrator administratör advent aik alexander
  alg alice alltid alskar alskling amanda amazon anders andersson andramig andreas andrew android angel angels anna anthony anything apple april arbete
  arsenal asdf asdfg asdfgh asdfghjkl asdfghjklöä ashley audi august augusti autumn avengers axel baby babygirl banan barcelona barn barnen baseball
  basketball batman bear beatles bebis bengt bengtsson berg birgitta bjorn björn blabar black blixt blomma blommor blue blå blåbär bmw boras borås bror
  brynas brynäs bulle butterfly byt bytlosen bytlösen bytmig change changeme charlie cheese chef chefen chelsea choklad christopher computer cookie
  cookies corvette dalarna daniel danmark darling dator datorn december default delfin devil diamant diamond disney djurgarden djurgården dolphin dragon
  drakar drake dream drottning dröm drömmar ducati dumbledore eagle ebba eclipse edc ekonomen ekonomi eld elias elin elisabeth ella elsa emil eminem
  emma erik eriksson europa europe eva evighet excel facebook fagel fall familj familjen farfar farjestad farmor februari february ferrari fika fikapaus
  filip finland fire fisk fjaril fjäril flower football forever forskola fotboll fred fredag fredrik freedom friday frihet frodo frolunda frozen
  frölunda färjestad fågel förskola gandalf garfield gavle genesis george ginger glad glass god godis godkväll godmorgon gold golf goodbye google
  goteborg gotland green grön gud guest gul guld gustaf gustafsson gävle göteborg hackare hacker halla hallå halmstad hammarby handboll handlaggare
  handläggare hanna hans hansson happy harley harrypotter hasten havet heaven hej hejda hejdå hejhej hejsan hell hello hellohello hellokitty helloworld
  helsingborg hemlig hemligheten hemligt himmel hjarta hjärta hobbit hockey hogwarts honda host hosten hr hugo hund hunden hunter häst hästen höst
  hösten iamthebest ibrahimovic ifk ifkgoteborg ifkgöteborg igelkott iloveyou ingrid initial innebandy instagram internet iphone ironman ishockey
  jagalskardig jagälskardig jan jansson januari january jennifer jessica jesus jobb jobba jobbet johan johanna johansson jonas jonkoping jonsson jordan
  jordgubbe joshua jul julafton julen juli julia july june juni juventus jönköping kaffe kaffepaus kaka kalmar kanelbulle kanin kardemumma karin karl
  karlek karlsson karlstad katt katten killer kiruna kitty kjell kommunhus kommunhuset kontor kontoret kontorist korv kottbullar kram kramar kristina
  kung kungen kärlek köttbullar landsting landstinget lars larsson leif lejon leksand lena letmein liam lila lina lingon linkoping linköping linnea lion
  liverpool lkjhgfdsa login logon lon lonen loner lordag losenord love lovely loveme loveyou lucas lucia lucky lulea luleå lund lycka lön lönen löner
  lönesystem lördag lösen lösenord magi magic magnus maj maja malmo malmö malmöff mamma manchester mandag mane manutd march margareta maria marie mars
  martin master matrix mats matthew may mercedes messi metallica mff michael michelle mickey microsoft midsommar mikael milan minlosen minlösen minnie
  mittlosenord mittlösenord mnbvcxz modo monday monkey moon morfar morgon mormor mustang mylove mypassword måndag måne måneskugga natasha natur netflix
  newpassword nicole nils nilsson ninja nirvana noah norge norrkoping norrköping norrland nothing november number numberone nyar nyttlosenord
  nyttlösenord nyår ocean october office oktober olof olsson omsorg omsorgen onsdag opensesame openup oppna orange orebro oscar oskar ost outlook panda
  pappa pask pass passord passpass passpassword passw passwd password passwordpassword paypal peace peppar pepper per personalavdelning
  personalavdelningen persson peter pettersson phoenix pikachu pink pirat pirate pizza poiuy poiuytrewq pokemon porsche potatis princess prins prinsen
  prinsessa purple puss pussochkram påsk qaz qazwsx qazwsxedc qwer qwert qwerty qwertypassword qwertyqwerty qwertyui qwertyuiop rainbow ranger rav
  realmadrid red regnbage regnbåge rektor rfv robert ronaldo root rootroot rosa rose rosor räv röd saab samantha samsung samurai sara satan saturday
  secret sekreterare semester semestern september server sesam shadow silver simon sjukhus sjukhuset sjö skane skidor skog skogen skola skolan sky skåne
  slipknot smaland småland snoopy soccer sofia sol soldier solen solros solsken something sommar sommaren sondag spiderman spotify spring stadshus
  stadshuset star start starta starwars stefan stephanie stjarna stjärna stjärnan stockholm storm summer summertime sunday sundsvall sunflower sunshine
  superman svart svensk svenska svensson sverige sweden sweetheart system syster söndag teams temp tempo temporary temppass tennis test tester testing
  testtest thebest thomas thunder thursday tiger tisdag tjena tjenare tomas torsdag toyota trustno trustnoone tuesday tur umea umeå united uppsala user
  username valkommen vard varen varg varmland vasteras vatten vaxjo viking vikingen viktor vinter vintern vit volvo välkommen värmland västerås växjö
  vår vård vården våren warrior water wednesday welcome welcomeback whatever white william wilma windows winter wizard wolf word wsx xyz yamaha yellow
  yoda youtube zlatan zoom zxcv zxcvb zxcvbn zxcvbnm älg älskar älskling ändramig ängel äpple öppna öppnasesam örebro
`
    .trim()
    .split(/\s+/),
);
