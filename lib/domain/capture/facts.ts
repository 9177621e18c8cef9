// What somebody needs, fears, wishes, complains of (DOMAIN.md §2–§4), and what they like, from the words of a line.
import type { FactKind } from '../kinds';
import { plain } from './plain';
import type { FoundFact, FoundTag, Place } from './capture';

/** The first that fits a clause is taken; stronger words stand before weaker ones. */
const FACTS: [FactKind, RegExp][] = [
  [
    'complaint',
    /投诉|抱怨|差评|要退货|想退货|不满意|质量(?:有)?问题|坏了|\b(?:complain\w*|unhappy with|not happy with|broken|refund|disappointed|dissatisfied)\b/i,
  ],
  [
    'worry',
    /担心|害怕|怕(?!老婆)|顾虑|犹豫|焦虑|发愁|忧虑|操心|不放心|\b(?:worr(?:y|ies|ied)|afraid|concern(?:s|ed)?|fears?|anxious|nervous|stressed|hesitant)\b/i,
  ],
  [
    'referral',
    /介绍(?:了|过|来)|推荐(?:了|过|来)|转介绍|带(?:了)?朋友来|\b(?:referred|introduced|recommended) (?:us|me|a|an|his|her|their|two|three|some)\b/i,
  ],
  ['trial', /试用|试驾|试穿|试吃|体验(?:课|过|一下|装)|\b(?:trial|trying (?:it )?out|test[- ]driv\w*|sample|demo)\b/i],
  [
    'useful',
    /很有用|有帮助|挺有用|很实用|帮了大忙|\b(?:found (?:it|this|that) (?:useful|helpful)|(?:was|is|very|really) (?:useful|helpful))\b/i,
  ],
  [
    'need',
    /需要|急需|缺(?!点是)|要买|想买|要换|急用|得换|打算买|考虑买|\b(?:needs?|looking for|in the market for|must have|has to (?:buy|get|replace)|wants to buy|looking to (?:buy|get|replace))\b/i,
  ],
  [
    'wish',
    /想要|希望|梦想|打算|计划|想(?=[去换学带给送做把让生搬买看开])|盼着?|\b(?:wants?|would (?:like|love)|hop(?:es?|ing)|dreams? of|plan(?:s|ning)? to|thinking of|thinking about|wishes)\b/i,
  ],
  [
    'used',
    /用了(?:[一二两三四五六七八九十\d半]|很久|一段)|一直在?用|正在用|用着|\b(?:has been using|have been using|uses our|using our)\b/i,
  ],
  ['asked', /问(?:了|过|起|到|我)|咨询|打听|\b(?:asked (?:about|for|if|whether|how)|inquired|enquired)\b/i],
  ['looked', /看(?:了|过)(?!电影|医生|病)|逛过|浏览|\b(?:looked at|visited (?:our|the) (?:site|store|shop|showroom|website)|browsed)\b/i],
];

const LIKES =
  /(?<!不)(?:喜欢|喜爱|最?爱(?=[吃喝看听玩打跑爬钓唱跳读做下运旅])|爱好(?:是|：|:)?|热爱|迷上了?|痴迷于?|酷爱)(?<what>[^,，。;；!！?？\n]{1,30})|(?<!n't |not |n’t )\b(?:likes?|loves?|enjoys?|is into|are into|is a (?:big |huge )?fan of|fond of|passionate about|keen on|hobby is|hobbies(?: are|:)?)\s+(?<english>[^,，。;；!！?？\n.]{2,40})/giu;
const CLAUSES = /(?:[^,，。;；!！?？\n.]|\.(?=\S))+/g;
/** "likes me", "loves to buy": not what a tag is made of. */
const NO_TAG = /^(?:me|it|you|us|him|her|them|that|this|what|how|我|你|他|她|它|这|那)/i;

function placeOf(line: string, start: number, text: string): Place {
  const lead = text.length - text.trimStart().length;
  const trimmed = text.trim();
  return { start: start + lead, end: start + lead + trimmed.length, text: trimmed };
}

/** At most one fact for each clause, with the whole clause as its text. */
export function factsIn(line: string): FoundFact[] {
  return [...line.matchAll(CLAUSES)].flatMap((clause) => {
    const kind = FACTS.find(([, pattern]) => pattern.test(plain(clause[0])))?.[0];
    return kind ? [{ kind, ...placeOf(line, clause.index, clause[0]) }] : [];
  });
}

/** Tags from what somebody likes; a list gives one each. */
export function tagsIn(line: string): FoundTag[] {
  const tags: FoundTag[] = [];
  for (const found of plain(line).matchAll(LIKES)) {
    const length = (found.groups?.['what'] ?? found.groups?.['english'] ?? '').length;
    const end = found.index + found[0].length;
    const what = line.slice(end - length, end);
    let at = end - length;
    for (const part of what.split(/(、|和|跟|与|以及|还有|\s+and\s+|\s*&\s*)/iu)) {
      const place = placeOf(line, at, part.replace(/^(?:的是|去|on\s|to\s)/i, (all) => ' '.repeat(all.length)).replace(/[.)）]+$/, ''));
      const tag = place.text.replace(/^(?:his|her|their|the|a|an)\s+/i, '').replace(/的$/, '');
      const isTag = tag !== '' && tag.length <= 24 && !/^(?:、|和|跟|与|以及|还有|and|&)$/i.test(tag) && !NO_TAG.test(tag);
      if (isTag && !tags.some((one) => one.tag === tag)) tags.push({ ...place, tag });
      at += part.length;
    }
  }
  return tags;
}
