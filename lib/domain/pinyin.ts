// Chinese characters as they are spoken: "bao jia dan" for 报价单, and "bjd" of that. Taken from the order in which the runtime's own
// collation sorts characters by sound, so that no dictionary has to be shipped: the first character of each of 402 syllables is enough.

/** The syllables in that order, without tones; ü is written u. */
const SYLLABLES = (
  'a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen ceng cha chai chan ' +
  'chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu cuan cui cun cuo da dai dan ' +
  'dang dao de den deng di dia dian diao die ding diu dong dou du duan dui dun duo e ei en eng er fa fan fang fei fen feng fo fou ' +
  'fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo ha hai han hang hao he hei hen heng hong hou ' +
  'hu hua huai huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke ken keng ' +
  'kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu long lou lu ' +
  'luan lun luo ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne nei nen neng ni ' +
  'nian niang niao nie nin ning niu nong nou nu nuan nuo o ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu ' +
  'qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo sa ' +
  'sai san sang sao se sen seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si ' +
  'song sou su suan sui sun suo ta tai tan tang tao te teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei ' +
  'wen weng wo wu xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan ' +
  'yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang ' +
  'zhui zhun zhuo zi zong zou zu zuan zui zun zuo'
).split(' ');
/** The first character of each. */
const FIRSTS =
  '吖哎安肮凹丷挀扳邦勹卑奔伻屄边灬憋汃冫癶峬嚓偲参仓撡冊嵾曽叉拆辿伥抄车抻阷吃充抽出歘揣巛刅吹旾逴呲匆凑粗汆崔邨搓咑呆丹当刀嘚扥灯' +
  '氐嗲敁刁爹丁丟东吺厾耑垖吨多妸诶奀鞥儿发帆匚飞分丰仏紑夫旮侅甘冈皋戈给根刯工勾估瓜乖关光归丨呙哈咍佄夯茠诃黒拫亨叿齁乎花怀欢巟灰' +
  '昏吙丌加戋江艽阶巾坕冂丩凥姢噘军咔开刊忼尻匼肎劥空抠扝夸蒯宽匡亏坤扩垃来兰啷捞仂雷崚哩俩奁良撩毟拎伶溜龙瞜噜娈抡啰妈埋嫚牤猫嚒坆' +
  '椚擝咪宀喵乜民名谬摸哞毪拏腉囡囔孬疒娞恁能妮拈娘鸟捏囜宁妞农羺奴奻挪喔讴妑拍眅乓抛呸喷匉丕囨剽氕姘乒钋剖仆七掐千呛悄苆亲靑卭丘区' +
  '奍炔夋呥穣娆惹人扔日戎厹邚挼堧桵瞤捼仨毢三桒掻閪森僧杀筛山伤弰奢谁申升尸収书刷衰闩双脽吮说厶忪凁苏狻夊孙唆他囼坍汤夲忑熥剔天旫帖' +
  '厅囲偷凸湍推吞乇屲歪弯尢危昷翁挝乌夕呷仙乡灱些心星凶休吁吅削坃丫恹央幺倻一囙应哟佣优込囦曰晕帀災兂匨傮则贼怎囎扎夈枬张佋蜇贞凧之' +
  '中州朱抓跩专妆隹宒拙孜宗邹租钻厜尊嘬';
/** Readings that the order does not tell, the usual one first where that is among them: of characters that stand in names and in trade. */
const READINGS: Readonly<Record<string, string>> = {
  万: 'wan mo',
  乐: 'le yue',
  了: 'le liao',
  仇: 'qiu chou',
  任: 'ren',
  会: 'hui kuai',
  传: 'chuan zhuan',
  伺: 'ci si',
  佛: 'fo fu',
  便: 'bian pian',
  俞: 'yu shu',
  冼: 'xian',
  剥: 'bo bao',
  单: 'dan shan chan',
  卜: 'bu bo',
  厦: 'xia sha',
  参: 'can shen',
  句: 'ju gou',
  召: 'zhao shao',
  合: 'he ge',
  员: 'yuan yun',
  埔: 'pu bu',
  大: 'da dai',
  奇: 'qi ji',
  女: 'nu nv',
  宿: 'su xiu',
  尉: 'wei yu',
  少: 'shao',
  尹: 'yin',
  区: 'qu ou',
  吕: 'lu lv',
  华: 'hua',
  弹: 'dan tan',
  律: 'lu lv',
  折: 'zhe she',
  拓: 'tuo ta',
  掠: 'lue',
  提: 'ti di',
  数: 'shu',
  旅: 'lu lv',
  晟: 'sheng cheng',
  曾: 'zeng ceng',
  朝: 'chao zhao',
  朴: 'piao pu',
  查: 'cha zha',
  校: 'xiao jiao',
  泊: 'bo po',
  洗: 'xi xian',
  率: 'lu shuai',
  牟: 'mou mu',
  略: 'lue',
  疟: 'nue',
  盖: 'gai ge',
  盛: 'sheng cheng',
  石: 'shi dan',
  种: 'zhong chong',
  秘: 'mi bi',
  粘: 'zhan nian',
  系: 'xi ji',
  纪: 'ji',
  绿: 'lu lv',
  给: 'gei ji',
  缪: 'miao mou',
  翟: 'zhai di',
  茄: 'qie jia',
  繁: 'fan po',
  虐: 'nue',
  行: 'xing hang',
  褚: 'chu zhu',
  覃: 'qin tan',
  解: 'jie xie',
  谁: 'shui shei',
  调: 'diao tiao',
  谌: 'chen shen',
  贾: 'jia gu',
  车: 'che ju',
  重: 'zhong chong',
  都: 'du dou',
  铝: 'lu lv',
  长: 'chang zhang',
  降: 'jiang xiang',
  隗: 'wei kui',
  黑: 'hei he',
  沈: 'shen chen',
  薄: 'bo bao',
  说: 'shuo',
  削: 'xue xiao',
  桔: 'ju jie',
  匙: 'chi shi',
};

let order: Intl.Collator | undefined;
const known = new Map<string, readonly string[]>();

/** How a character may be spoken, the usual way first: syllables without tones. Nothing for what is no such character. */
export function pinyinOf(character: string): readonly string[] {
  if (!/^[\u4e00-\u9fff]$/.test(character)) return [];
  const before = known.get(character);
  if (before) return before;
  const readings = READINGS[character]?.split(' ') ?? [SYLLABLES[placeOf(character)]!];
  known.set(character, readings);
  return readings;
}

/** The syllable whose stretch of the order the character lies in. */
function placeOf(character: string): number {
  order ??= new Intl.Collator('zh-Hans-u-co-pinyin');
  let place = 0;
  for (let low = 0, high = FIRSTS.length - 1; low <= high;) {
    const middle = (low + high) >> 1;
    if (order.compare(character, FIRSTS[middle]!) >= 0) {
      place = middle;
      low = middle + 1;
    } else high = middle - 1;
  }
  return place;
}

const letters = new Map<string, string>();

/** The letters with which a character may begin when it is spoken, the usual one first. Nothing for what is no such character. */
export function pinyinLetters(character: string): string {
  let found = letters.get(character);
  if (found === undefined) {
    found = [...new Set(pinyinOf(character).map((syllable) => syllable[0]!))].join('');
    letters.set(character, found);
  }
  return found;
}
