// One spelling for what people type in several: curly apostrophes, full-width digits, traditional characters.

const TRADITIONAL =
  '週號個後禮國慶農曆歷陰舊歲兩節聖誕勞動過內這開點閏臘險續約證試結紀滿兒會將準備婦師親雙學歡愛擔買換訂關問幾還簽業長時間對說見題給體驗產質價媽爺孫離當聯繫寶貝預';
const SIMPLIFIED =
  '周号个后礼国庆农历历阴旧岁两节圣诞劳动过内这开点闰腊险续约证试结纪满儿会将准备妇师亲双学欢爱担买换订关问几还签业长时间对说见题给体验产质价妈爷孙离当联系宝贝预';
const SPELLINGS = new Map([...TRADITIONAL].map((character, at) => [character, SIMPLIFIED[at]!]));

/** The text in the spelling that the rules know, of the same length, so that places in it are places in the text. */
export function plain(text: string): string {
  return text.replace(/[’‘‛′＇０-９／．：～－\u3400-\u9fff]/g, (one) => {
    if (/[’‘‛′＇]/.test(one)) return "'";
    return one >= '\uff00' ? String.fromCharCode(one.charCodeAt(0) - 0xfee0) : (SPELLINGS.get(one) ?? one);
  });
}
