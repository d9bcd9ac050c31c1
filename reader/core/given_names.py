"""Common given names of the English- and Spanish-speaking press whose gender is clear."""

from __future__ import annotations


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


FEMALE = _names("""
mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley
kimberly emily donna michelle carol amanda melissa deborah stephanie dorothy rebecca sharon laura cynthia amy kathleen
angela shirley brenda emma anna pamela nicole samantha katherine christine helen debra rachel carolyn janet maria
catherine heather diane olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea
hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn abigail sophia frances jean alice
judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie theresa diana brittany kayla alexis
lori marie hillary melania ivanka chelsea nina kate katie jane jill sally wendy tracy jenny claire caroline molly holly
lucy ellen anne annie kathy cathy peggy rosa tina gail erin leslie audrey maureen eileen carmen ana josefa isabel
dolores pilar francisca lucía mercedes antonia cristina marta rosario paula elena raquel manuela concepción rocío mónica
silvia beatriz irene montserrat sonia alba sofía yolanda alejandra claudia verónica gabriela daniela valentina camila
mariana adriana ximena guadalupe leticia norma alicia luisa juana margarita susana inés esther begoña nuria eva julieta
carolina catalina fernanda lorena marisol consuelo soledad amparo encarnación ursula ingrid astrid sigrid freya kirsten
birgit heidi elsa greta solveig liv anita bridget fiona moira siobhan niamh catriona agnes beatrice edith eleanor
florence harriet henrietta penelope philippa rosemary sylvia winifred yvonne zoe priya anjali fatima aisha leila yasmin
amina zainab mei yuki akiko sakura natasha olga svetlana irina tatiana ekaterina anastasia oksana remedios milagros
asunción purificación visitación encarna trinidad aurora blanca clara delia elvira estela fátima genoveva graciela
herminia inmaculada jimena lidia lola macarena magdalena maite marina matilde mireia miriam nieves noelia olalla paloma
petra ramona rebeca rita rosalía salomé socorro tamara vera violeta virtudes yesenia zulema giorgia kamala malala
natalia paola vanessa viviana ángela maría josefina nora corinne rosalie louisa louise ida ivy iris hazel ruby pearl
opal violet daisy lily rose maude mabel ethel elsie effie minnie nell nellie hattie maggie meg becky bess bessie betsy
tess tessa cassie josie rosie sadie millie tilly polly dolly gwen gwendolyn cora flora nan nancy marian marianne
marjorie muriel rhoda thelma velma wilma doris phyllis imogen cecily cecilia celia adele adela ada edie bella belle
arabella isobel maud clarissa clara dinah delilah esme phoebe ottilie ilse karin ingrid eleni lena leonora lydia lidia
juanita lupe chayo licha nieves paz luz remei petra adelaida amaranta candela elisa emilia irene leonor rufina jacinta
tomasa pura felisa benita justa hortensia ofelia ramira celsa amalia eulalia obdulia nélida
""")

MALE = _names("""
james robert john michael david william richard joseph thomas christopher charles daniel matthew anthony mark donald
steven andrew paul joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric
jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry
tyler aaron jose adam nathan henry zachary douglas peter kyle noah ethan jeremy walter christian keith austin roger
terry sean gerald carl dylan harold jordan jesse bryan lawrence arthur gabriel bruce logan billy joe alan juan albert
willie elijah wayne randy vincent mason roy ralph bobby russell bradley philip eugene ted jeb bernie barack bill mike
jim tom bob tim dan ben steve chris greg jeff matt nick tony rick ron ken sam phil fred harry barry vladimir mitt marco
rand martin craig glenn howard stuart neil simon ian hugh oliver luke max leo alex ed jake josh doug dave antonio manuel
josé francisco javier carlos miguel rafael pedro ángel fernando jorge luis alberto sergio pablo alejandro alfonso ramón
enrique vicente jesús joaquín diego raúl rubén óscar álvaro adrián ignacio gonzalo mario emilio julio salvador jaime
jordi iván guillermo ricardo eduardo roberto felipe andrés arturo gustavo héctor hugo ernesto nicolás santiago sebastián
mateo mauricio rodrigo agustín tomás esteban césar armando alfredo rodolfo gerardo lorenzo benito ismael germán domingo
gregorio emmanuel gilad olaf boris pepe paco evo matías lars erik olav sven bjorn anders magnus henrik jens nils gustav
kwame kofi kwesi chidi emeka tunde sipho thabo ahmed ali hassan hussein ibrahim mohamed mohammed mustafa omar yusuf
rajesh sanjay vikram arjun hiroshi kenji takeshi wei dmitri sergei mikhail nikolai alexei yuri igor ivan pavel piotr
janusz giovanni giuseppe luca matteo paolo pietro jacques pierre françois michel henri wolfgang jürgen klaus dieter
heinrich duncan angus hamish callum ewan alistair declan seamus liam finn rory nigel trevor clive graham geoffrey gareth
aurelio anselmo baltasar basilio cándido celestino cipriano clemente constantino damián efraín eliseo elías eusebio
evaristo fabián faustino fermín fidel fidencio florencio gaspar gilberto heriberto hilario horacio humberto isidro
jacinto joel julián justo leandro leonardo leopoldo lisandro luciano marcelo marcos mauro máximo melchor moisés nicanor
norberto octavio orlando osvaldo patricio plácido ramiro raimundo renato rogelio román saúl segundo severino silvio
simón teodoro tobías ulises urbano valentín víctor wilfredo xavier dale walt hank gus ned ted will bert ernie ernest
alfie archie percy cecil reginald reggie rupert basil cyril edmund edgar edwin alfred frederick freddie gilbert
humphrey jasper jonas silas amos abel caleb clyde cletus floyd earl elmer homer virgil otis otto hamish leonard lenny
morris maurice milton mortimer nathaniel seth saul solomon tobias toby wilbur winston woody wyatt desmond barnaby
bartholomew benedict bernard casper chester clarence clement cuthbert dexter digby dominic dudley eli evan fergus
gavin giles godfrey horace hubert jarvis jerome joss julian laurence lewis lionel lloyd malcolm marcus marvin murray
norman oswald philip quentin ralph rex rufus sidney stanley tomas theo theodore vernon wallace wilfred hilario osvaldo
toño beto chucho fermín evaristo damián joaquín leandro casimiro bonifacio eloy crispín dionisio eladio
""")
