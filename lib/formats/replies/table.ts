/**
 * A plain table of replies, CSV or TSV, from a spreadsheet or from any program: the user says what its columns hold, the names of the
 * columns say it first. With it the sheets of 易歪歪 and other Chinese tools: 分组, 标题, 内容, 标签, where 分组 and 标题 stand once above several
 * 内容, as merged cells are saved. The columns of 易歪歪 are as people describe them; no public file of its own was found.
 */
import type { Csv } from '../csv';
import type { Draft } from './draft';
import type { Mapping, Role } from './incoming';
import { piecesOfAny } from './any-braces';

const NAMES: readonly [Role, RegExp][] = [
  // The more telling ones first: 快捷短语 is the text, 快捷编码 what is typed for it.
  [
    'shortcut',
    /^(?:shortcut|short ?code|trigger|abbreviation|abbr|keyword|key|code|hot ?key|快捷编码|快捷键|快捷码|快捷指令|快捷词|编码|缩写|触发词|简码)$/,
  ],
  [
    'folder',
    /^(?:folder|group|category|categories|section|topic|(?:一级|二级|三级)?(?:分组|分类|目录|类别|类目)(?:名称)?\d?|文件夹|话术分组|话术分类|所属分组|短语分组)$/,
  ],
  ['tags', /^(?:tags?|labels?|标签|关键词|关键字)\d?$/],
  ['title', /^(?:title|name|subject|heading|question|label|标题|名称|主题|问题|话术标题|话术名称|短语标题|场景)$/],
  [
    'body',
    /^(?:body|text|content|message|reply|response|answer|template|snippet|expansion|replace|phrase|内容|正文|话术|回复|答案|回答|文本|消息|短语|话术内容|回复内容|快捷短语|短语内容|快捷回复|消息内容)\s?\d{0,2}$/,
  ],
];

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[*:_-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const roleOf = (name: string): Role | null => NAMES.find(([, names]) => names.test(plain(name)))?.[0] ?? null;

/** So many columns are looked at. */
const MOST_COLUMNS = 40;
/** So many rows show what a column holds. */
const LOOKED_AT = 50;

/** What the columns hold, as their names say; where they say nothing, as their texts look: the longest is the text. */
export function guessMapping({ rows }: Csv): Mapping {
  const width = Math.min(MOST_COLUMNS, Math.max(0, ...rows.slice(0, LOOKED_AT).map(({ cells }) => cells.length)));
  const named = Array.from({ length: width }, (_, i) => roleOf(rows[0]?.cells[i] ?? ''));
  // One title is enough; 名称 beside 标题 is something else.
  const columns = named.map((role, i) => ((role === 'title' || role === 'shortcut') && named.indexOf(role) < i ? null : role));
  const header = named.some((role) => role !== null);
  if (!columns.includes('body')) {
    const lengths = columns.map((role, i) => (role === null ? lengthOf(rows.slice(header ? 1 : 0), i) : -1));
    const longest = lengths.indexOf(Math.max(...lengths));
    if (lengths[longest] !== undefined && lengths[longest] >= 0) columns[longest] = 'body';
    const first = columns.indexOf(null);
    if (!header && first >= 0 && lengths[first]! > 0) columns[first] = 'title';
  }
  return { columns, header };
}

function lengthOf(rows: Csv['rows'], column: number): number {
  return rows.slice(0, LOOKED_AT).reduce((sum, { cells }) => sum + (cells[column]?.length ?? 0), 0);
}

/** Whether it is one of the Chinese sheets, in which an empty title is that of the row above. */
export const isSheet = ({ rows }: Csv): boolean =>
  /内容|话术|快捷短语/.test((rows[0]?.cells ?? []).join()) && guessMapping({ rows } as Csv).header;

export function readTable({ rows, broken }: Csv, { columns, header }: Mapping, sheet: boolean): Draft[] {
  const torn = new Set(broken);
  const drafts: Draft[] = [];
  let above = { title: '', folder: '' };
  /** How many texts have stood under the title that is being read. */
  let under = 0;
  for (const { line, cells } of header ? rows.slice(1) : rows) {
    const all = (role: Role) => columns.flatMap((one, i) => (one === role ? [(cells[i] ?? '').trim()] : [])).filter((cell) => cell !== '');
    const written = { title: all('title')[0] ?? '', folder: all('folder').join(' / ') };
    const isBelow = sheet && written.title === '' && written.folder === '' && above.title !== '';
    const { title, folder } = isBelow ? above : { title: written.title, folder: written.folder || (sheet ? above.folder : '') };
    if (!isBelow) under = 0;
    above = { title, folder };
    const texts = all('body');
    for (const text of texts.length > 0 ? texts : ['']) {
      if (text !== '') under += 1;
      const numbered = under > 1 && title !== '' ? `${title} ${under}` : title;
      drafts.push({
        line,
        title: numbered,
        pieces: piecesOfAny(text),
        // One shortcut is one reply's.
        shortcut: under > 1 ? '' : (all('shortcut')[0] ?? ''),
        folder,
        tags: all('tags').flatMap((cell) => cell.split(/[,，;；、|\n]/)),
        images: 0,
        formatted: false,
        torn: torn.has(line),
      });
    }
  }
  return drafts;
}
