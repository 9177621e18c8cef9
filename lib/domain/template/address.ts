// How one person addresses another in a chat: the first name in the West, the full name or the name with its title in Chinese.
import { literal } from './literal';

/** Pictures and marks people decorate their names with. */
const DECORATION = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u200d\ufe0e\ufe0f\u20e3★☆♥♡♪•·~～*_^]+/gu;
/** Behind these stands where somebody is from, not who it is: "Anna (Acme)", "王磊-华为". A hyphen within a name has no space. */
const REMARK = /\s*(?:[([{（【「｛].*|\s[-–—@/]\s.*|[|｜,，/／@].*|[-–—](?=\p{Script=Han}).*|(?<=\p{Script=Han})[-–—].*)$/su;

/** A title that stands for the first name as well: who is saved as "Dr. Lindt" is to be addressed so. */
const TITLE = /^(?:dr|prof|mr|mrs|ms|miss|mx|sir|madam|dame|rev|fr|herr|frau|hr|fr|don|doña|mme|mlle|m|sr|sra|srta|ing|mag)\.?$/i;
/** Words that are no first name by themselves. */
const PARTICLE = /^(?:abu|abd|abdul|umm|ibn|bin|al|el|van|von|de|da|di|du|dos|la|le|san|st|saint|ter|ten|the)\.?$/i;
/** Family names that come first when a Vietnamese or Korean name, or a Chinese one in Latin letters, is written at home. */
const FAMILY_FIRST = new Set(
  (
    'nguyen nguyễn tran trần pham phạm hoang hoàng huynh huỳnh phan vu vũ võ dang đặng bui bùi kim park choi jung kang cho yoon jang lim ' +
    'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang han feng deng cao peng zeng xiao tian ' +
    'dong pan yuan cai jiang yu du ye cheng wei su lu ding ren yao shen zhong cui tan lau wong chan cheung leung lam ng ho chow tsang'
  ).split(' '),
);

const HAN_TITLE =
  '(?:先生|女士|小姐|太太|夫人|同学|老师|教授|医生|大夫|律师|老板|老板娘|师傅|经理|总监|总|董事长|董事|董|主任|主管|校长|院长|局长|处长|科长|部长|书记|店长|厂长|会计|工程师|工|博士|队长|教练|导演|姐姐|哥哥|阿姨|叔叔|大姐|大哥|姐|哥|叔|姨|嫂|妈妈|爸爸|妈|爸)';
const ENDS_IN_TITLE = new RegExp(`^\\p{Script=Han}{1,4}${HAN_TITLE}$`, 'u');
const IS_TITLE = new RegExp(`^${HAN_TITLE}$`, 'u');
/** 小王, 老李, 阿强. */
const FAMILIAR = /^[小老阿大]\p{Script=Han}{1,2}$/u;
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝',
);
const DOUBLE_SURNAME = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|司徒|夏侯|端木|南宫|西门|轩辕)/;

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** What to call somebody of this display name; empty when the name is none: a telephone number, a handle of digits, nothing. */
export function addressOf(name: string): string {
  const plain = literal(literal(name).replace(DECORATION, ' '));
  const cut = plain.replace(REMARK, '').trim();
  // "Lindt, Anna": what stands behind the comma is the first name, unless it says more than that.
  const turned = /^(\p{Lu}[\p{L}'’-]+),\s*(\p{Lu}[\p{L}'’-]+)$/u.exec(plain);
  if (turned) return turned[2]!;
  const bare = cut === '' ? plain : cut;
  if (!/\p{L}/u.test(bare)) return '';
  const address = isHan(bare) ? hanAddress(bare) : latinAddress(bare);
  // Whatever is no name in any way we know is not taken to pieces.
  return /^[\p{L}\p{M}'’.&+ -]+$/u.test(address) ? address : literal(name);
}

/** Of the words of a Chinese name, with all that people add to remember whose it is, the one to address. */
function hanAddress(name: string): string {
  // Numbers and letters before and after: "A01王磊", "王磊13800138000", "王磊VIP".
  const words = name
    .split(/\s+/)
    .map((word) => (/^[\da-z+]*\p{Script=Han}+[\da-z+]*$/iu.test(word) ? word.replace(/[^\p{Script=Han}]/gu, '') : word))
    .filter((word) => word !== '');
  const at = words.findIndex(looksLikeHanName);
  if (at < 0) return words.length === 1 ? words[0]! : name;
  const next = words[at + 1];
  return next !== undefined && IS_TITLE.test(next) ? words[at]! + next : words[at]!;
}

function looksLikeHanName(word: string): boolean {
  if (!/^\p{Script=Han}+$/u.test(word)) return false;
  if (ENDS_IN_TITLE.test(word) || FAMILIAR.test(word)) return true;
  const { length } = [...word];
  if (DOUBLE_SURNAME.test(word)) return length >= 3 && length <= 4;
  return SURNAMES.has([...word][0]!) && length >= 2 && length <= 3;
}

function latinAddress(name: string): string {
  const words = name.split(' ');
  const first = words[0]!;
  if (words.length === 1) return first.replace(/[.,;:]+$/, '') || first;
  if (TITLE.test(first)) {
    const rest = words.slice(1).filter((word) => !TITLE.test(word));
    // "Mrs. Anna Lindt" has a first name; "Mrs. Lindt" has none that is known.
    return rest.length > 1 ? latinAddress(rest.join(' ')) : name;
  }
  const folded = first.toLowerCase();
  if (PARTICLE.test(first) || isInitial(first) || words.some((word) => /^(?:&|\+|and|und|y|et)$/i.test(word))) return name;
  // Written in capitals the family name says so itself: "WANG Lei".
  if (isCapitals(first) && words.length === 2 && !isCapitals(words[1]!)) return words[1]!;
  return FAMILY_FIRST.has(folded) || FAMILY_FIRST.has(words.at(-1)!.toLowerCase()) ? safest(words) : first;
}

/** "Lei Wang" may be told, "Wang Lei" may not: where both words could be the family name, all of it is right. */
function safest(words: readonly string[]): string {
  const [first, last] = [words[0]!.toLowerCase(), words.at(-1)!.toLowerCase()];
  return FAMILY_FIRST.has(last) && !FAMILY_FIRST.has(first) && words.length === 2 ? words[0]! : words.join(' ');
}

const isInitial = (word: string): boolean => /^(?:\p{L}\.?){1,3}$/u.test(word) && (word.includes('.') || word.length === 1);
const isCapitals = (word: string): boolean => word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
