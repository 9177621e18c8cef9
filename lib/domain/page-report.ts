// What a user can send us of a page that Rapport cannot read: its structure, without a word of it. Made in the page, read by `npm run fixture`.
import { z } from 'zod';

/** An element: its name, attributes, what is in it and in its shadow root, and how many alike children were left out. */
export interface ReportNode {
  tag: string;
  attributes?: Record<string, string> | undefined;
  children?: (ReportNode | string)[] | undefined;
  shadow?: (ReportNode | string)[] | undefined;
  cut?: number | undefined;
}

/** The largest report, in bytes of JSON. */
export const REPORT_BYTES = 300_000;

const text = z.string().max(1_000);
const nodeSchema: z.ZodType<ReportNode> = z.lazy(() =>
  z.strictObject({
    tag: z.string().regex(/^[a-z][a-z0-9-]{0,80}$/),
    attributes: z.record(z.string().regex(/^[a-z_][\w:.-]{0,120}$/), text).optional(),
    children: z
      .array(z.union([nodeSchema, text]))
      .max(2_000)
      .optional(),
    shadow: z
      .array(z.union([nodeSchema, text]))
      .max(2_000)
      .optional(),
    cut: z.number().int().nonnegative().optional(),
  }),
);

export const pageReportSchema = z.strictObject({
  kind: z.literal('rapport-page-report'),
  version: z.literal(1),
  /** The version of Rapport. */
  rapport: z.string().regex(/^\d+(?:\.\d+){0,3}$/),
  /** The site it was taken for. */
  site: z.string().regex(/^[a-z][a-z0-9]{0,40}$/),
  state: z.enum(['reading', 'partly', 'unrecognised', 'unknown']),
  missing: z.array(z.enum(['account', 'conversation', 'messages', 'composer'])).max(4),
  /** The day on which it was made, `2026-11-21`. */
  date: z.string().regex(/^20\d\d-\d\d-\d\d$/),
  /** The address, with stand-ins. */
  url: z
    .string()
    .max(1_000)
    .regex(/^https?:\/\//),
  /** How many alike elements were left out in all. */
  cut: z.number().int().nonnegative(),
  tree: nodeSchema,
});
export type PageReport = z.infer<typeof pageReportSchema>;

/** What is known of a page outside of it when a report is made. */
export type AboutPage = Pick<PageReport, 'rapport' | 'site' | 'state' | 'missing' | 'date'> & {
  /** Hosts on which the site is for everybody; others are somebody's own. */
  hosts: string[];
};
