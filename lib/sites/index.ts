// The list of sites Rapport can read, in alphabetical order. Adding a site: see README.md beside this file.
import { bilibili } from './bilibili';
import { bluesky } from './bluesky';
import { converse } from './converse';
import { demo } from './demo';
import { discord } from './discord';
import { douyin } from './douyin';
import { element } from './element';
import { facebook } from './facebook';
import { instagram } from './instagram';
import { linkedin } from './linkedin';
import { mastodon } from './mastodon';
import { mattermost } from './mattermost';
import { rocketchat } from './rocketchat';
import type { Site } from './site';
import { slack } from './slack';
import { telegrama } from './telegrama';
import { telegramk } from './telegramk';
import { wechat } from './wechat';
import { weibo } from './weibo';
import { whatsapp } from './whatsapp';
import { x } from './x';
import { xiaohongshu } from './xiaohongshu';
import { zhihu } from './zhihu';

export const sites: readonly Site[] = [
  bilibili,
  bluesky,
  converse,
  demo,
  discord,
  douyin,
  element,
  facebook,
  instagram,
  linkedin,
  mastodon,
  mattermost,
  rocketchat,
  slack,
  telegrama,
  telegramk,
  wechat,
  weibo,
  whatsapp,
  x,
  xiaohongshu,
  zhihu,
];
