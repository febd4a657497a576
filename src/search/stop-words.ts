/** Words that stand in every text and tell none from another; folded. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'a al algo algun alguna algunas alguno algunos ante antes aquel aquella aquellas aquello aquellos aqui asi aun ' +
    'aunque bajo bien cada como con contra cual cuales cualquier cuando cuanto de del desde donde durante e el ella ' +
    'ellas ello ellos en entonces entre era eran eres es esa esas ese eso esos esta estaba estan estar estas este ' +
    'esto estos fue fueron ha haber habia han has hasta hay he la las le les lo los mas me mi mis mientras mucho ' +
    'muy nada ni no nos nosotros nuestra nuestras nuestro nuestros o os otra otras otro otros para pero poco por ' +
    'porque pues que quien quienes se sea sean segun ser si sido siempre sin sino sobre solo son soy su sus tal ' +
    'tambien tan tanto te tiene tienen todo toda todas todos tu tus u un una unas uno unos y ya yo'
  ).split(' '),
);
