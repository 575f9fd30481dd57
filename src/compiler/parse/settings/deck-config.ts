import { z } from 'zod'
import { formatDates } from '../../../format/calendar.ts'
import { parseIsoDate } from '../../../format/civil.ts'
import { instantOf, lastMonthOf } from '../../../format/fiscal.ts'
import { parsePeriod } from '../../../format/period-text.ts'
import type { Language } from '../../../language/language.ts'
import { findLanguage, languages } from '../../../language/languages.ts'
import type { DeckConfig, FileSettings, NumberStyle } from '../../../model/deck.ts'
import { joinReadings, type Reading } from '../../../model/diagnostic.ts'
import type { Calendar, Period } from '../../../model/period.ts'
import { unknownLanguage, unknownPeriodLabel } from '../../diagnostics/data.ts'
import { checkYaml, isoDateSpec, minutesSpec } from '../check-yaml.ts'
import { parseYaml, type YamlDocument, type YamlText } from '../yaml.ts'
import { brandContrasts, brandOf, brandSpec } from './brand.ts'
import { fiscalDaysSpec, withFiscalDays } from './fiscal-days.ts'
import { readNouns } from './unit-nouns.ts'

/** Labels such as 2024 are numbers in YAML; their text is meant. */
const labelSpec = z.union([z.string(), z.int().nonnegative()])

const calendarSpec = z.strictObject({
  'start-month': z.int().min(1).max(12).default(1),
  'year-named-by': z.enum(['start', 'end']).optional(),
  style: z.enum(['kessan', 'us', 'calendar']).default('calendar'),
  'sub-periods': z.enum(['quarters', 'halves']).default('quarters'),
  'long-years': z.array(labelSpec).default([]),
  'year-digits': z.union([z.literal(2), z.literal(4)]).optional(),
  ...fiscalDaysSpec,
})

const numbersSpec = z
  .strictObject({
    negative: z.enum(['parentheses', 'minus', 'triangle']).default('parentheses'),
    'not-meaningful': z.string().optional(),
    missing: z.string().optional(),
    currency: z.enum(['code', 'spaced-code', 'symbol']).default('code'),
    group: z.string().max(1).default(','),
    decimal: z.enum(['.', ',', '·']).default('.'),
    'growth-bound': z.int().min(100).default(1000),
    'changes-from': z.enum(['unrounded', 'displayed']).default('unrounded'),
    rounding: z.enum(['nearest', 'truncate']).default('nearest'),
    changes: z.enum(['words', 'signs']).default('words'),
    'rounding-note': z.string().min(1).optional(),
  })
  .refine(({ group, decimal }) => group !== decimal, {
    error: 'another sign for thousands than for decimals',
    path: ['group'],
  })

const filesSpec = z.strictObject({
  decimal: z.enum(['.', ',']).optional(),
  'hidden-sheets': z.array(z.string()).default([]),
})

const languageTagSpec = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'a language tag such as en or ja' })

export const deckSpec = z.strictObject({
  company: z.string().min(1),
  'short-name': z.string().min(1).optional(),
  title: z.string().min(1),
  date: isoDateSpec,
  'date-text': z.string().optional(),
  speaker: z.string().optional(),
  language: languageTagSpec.default('en'),
  'text-language': languageTagSpec.optional(),
  address: z.url({ protocol: /^https?$/, error: 'an address beginning with https://' }).optional(),
  duration: minutesSpec.optional().describe('Minutes that the talk is planned for'),
  'reporting-period': labelSpec,
  'rolled-from': z
    .strictObject({ period: labelSpec, date: isoDateSpec })
    .optional()
    .describe(
      'What the deck reported before, and its date; written by `quarterdeck roll`: words that name it are leftovers',
    ),
  calendar: calendarSpec.prefault({}),
  numbers: numbersSpec.prefault({}),
  units: z
    .record(
      z.string(),
      z.strictObject({ singular: z.string().min(1).optional(), of: z.string().min(1).optional() }).nullable(),
    )
    .default({}),
  fields: z.record(z.string(), z.string()).default({}),
  brand: brandSpec.optional().describe('Colours, logo, cover picture and office font of the company'),
  theme: z
    .string()
    .min(1)
    .optional()
    .describe('A package, or a folder beginning with a dot, with layouts and style sheets that several decks share'),
  fonts: z.array(z.string().min(1)).default([]),
  files: filesSpec.prefault({}),
  format: z.literal(2).optional().describe('Of the files of this deck; `quarterdeck upgrade` brings older ones to it'),
  id: z
    .string()
    .regex(/^[a-z0-9-]+$/, { error: 'small letters, digits and hyphens' })
    .optional()
    .describe(
      'Names the hand-outs, <id>.pdf (the short name and the date when absent), and the deck in a site, where it is required',
    ),
})

type DeckSpec = z.output<typeof deckSpec>

function calendarOf(spec: DeckSpec['calendar']): Calendar {
  return {
    startMonth: spec['start-month'],
    yearNamedBy: spec['year-named-by'] ?? (spec.style === 'kessan' ? 'start' : 'end'),
    style: spec.style,
    subPeriods: spec['sub-periods'],
    longYears: [],
    ...(spec['year-digits'] === undefined ? {} : { yearDigits: spec['year-digits'] }),
  }
}

function numbersOf(spec: DeckSpec['numbers'], { numbers }: Language): NumberStyle {
  return {
    negative: spec.negative,
    notMeaningful: spec['not-meaningful'] ?? numbers.notMeaningful,
    missing: spec.missing ?? numbers.missing,
    currency: spec.currency,
    lettered: [], // known with the metrics
    group: spec.group,
    decimal: spec.decimal,
    changesFrom: spec['changes-from'],
    growthBound: spec['growth-bound'],
    rounding: spec.rounding,
    minus: spec.changes,
    roundingNote: spec['rounding-note'] ?? numbers.roundingNote,
  }
}

const filesOf = (spec: DeckSpec['files']): FileSettings => ({
  ...(spec.decimal && { decimal: spec.decimal }),
  hiddenSheets: spec['hidden-sheets'],
})

/** Examples of the calendar's labels, for hints. */
export function periodExamples(calendar: Calendar): string {
  const halves = { kessan: '1H08, FY08', us: 'H1 FY24, FY24', calendar: 'H1 2024, 2024' }
  const quarters = { kessan: '4Q08, ', us: 'Q4 FY24, ', calendar: 'Q4 2024, ' }
  return `${calendar.subPeriods === 'quarters' ? quarters[calendar.style] : ''}${halves[calendar.style]} or 2009-03-31`
}

function reportingPeriodOf(spec: DeckSpec, calendar: Calendar, document: YamlDocument): Reading<Period | undefined> {
  const label = String(spec['reporting-period'])
  const value = parsePeriod(label, calendar)
  const place = document.placeOf(['reporting-period'])
  return { value, diagnostics: value ? [] : [unknownPeriodLabel(label, { place, examples: periodExamples(calendar) })] }
}

/** What the deck was rolled on from: a span before the reporting period. */
function rolledFromOf(
  { 'rolled-from': from }: DeckSpec,
  {
    reporting,
    calendar,
    document,
  }: { readonly reporting: Period; readonly calendar: Calendar; readonly document: YamlDocument },
): Reading<DeckConfig['rolledFrom']> {
  if (!from) return { value: undefined, diagnostics: [] }
  const label = String(from.period)
  const period = parsePeriod(label, calendar)
  if (period?.kind === 'span' && lastMonthOf(period) < lastMonthOf(reporting))
    return { value: { period, date: from.date }, diagnostics: [] }
  const place = document.placeOf(['rolled-from', 'period'])
  const examples = `before the reporting period ${reporting.label}`
  return { value: undefined, diagnostics: [unknownPeriodLabel(label, { place, examples })] }
}

function longYearOf(
  year: string,
  calendar: Calendar,
  { document, index }: { readonly document: YamlDocument; readonly index: number },
): Reading<string | undefined> {
  const period = parsePeriod(year, calendar)
  if (period?.kind === 'span' && period.months === 12) return { value: period.label, diagnostics: [] }
  const place = document.placeOf(['calendar', 'long-years', index])
  return { value: undefined, diagnostics: [unknownPeriodLabel(year, { place, examples: 'as fiscal years' })] }
}

/** The settings; with any mistake in them there are none. */
function configOf(spec: DeckSpec, document: YamlDocument, known: readonly Language[]): Reading<DeckConfig | undefined> {
  const days = withFiscalDays(spec.calendar, { calendar: calendarOf(spec.calendar), document })
  if (!days.value) return { value: undefined, diagnostics: days.diagnostics }
  const calendar = days.value
  const units = readNouns(spec.units, (name) => ({
    name: document.placeOfKey(['units', name]),
    of: document.placeOf(['units', name, 'of']),
  }))
  const reporting = reportingPeriodOf(spec, calendar, document)
  const rolled: Reading<DeckConfig['rolledFrom']> = reporting.value
    ? rolledFromOf(spec, { reporting: reporting.value, calendar, document })
    : { value: undefined, diagnostics: [] }
  const longYears = joinReadings(
    spec.calendar['long-years'].map((year, index) => longYearOf(String(year), calendar, { document, index })),
  )
  const language = findLanguage(spec.language, known)
  const diagnostics = [
    ...[units, reporting, rolled, longYears].flatMap((reading) => reading.diagnostics),
    ...(language ? [] : [unknownLanguage(spec.language, known, document.placeOf(['language']))]),
  ]
  if (!reporting.value || !language || diagnostics.length > 0) return { value: undefined, diagnostics }
  const day = instantOf(parseIsoDate(spec.date) ?? 0)
  const brand = spec.brand && brandOf(spec.brand)
  const config: DeckConfig = {
    ...(spec.id === undefined ? {} : { id: spec.id }),
    company: spec.company,
    shortName: spec['short-name'] ?? spec.company,
    title: spec.title,
    date: spec.date,
    dateText: spec['date-text'] ?? formatDates(day, language),
    ...(spec.speaker === undefined ? {} : { speaker: spec.speaker }),
    ...(spec.address === undefined ? {} : { address: spec.address }),
    ...(spec.duration === undefined ? {} : { duration: spec.duration }),
    language,
    textLanguage: spec['text-language'] ?? spec.language,
    reportingPeriod: reporting.value,
    ...(rolled.value && { rolledFrom: rolled.value }),
    calendar: { ...calendar, longYears: longYears.value },
    numbers: numbersOf(spec.numbers, language),
    units: units.value,
    fields: spec.fields,
    files: filesOf(spec.files),
    ...(brand && { brand }),
  }
  return { value: config, diagnostics: [...diagnostics, ...(brand ? brandContrasts(brand, document) : [])] }
}

/** Reads data/deck.yaml; its language is one of those known. */
export function parseDeckConfig(
  source: YamlText,
  known: readonly Language[] = languages,
): Reading<DeckConfig | undefined> {
  const { value: document, diagnostics } = parseYaml(source)
  if (!document) return { value: undefined, diagnostics }
  const checked = checkYaml(document, deckSpec)
  if (!checked.value) return { value: undefined, diagnostics: [...diagnostics, ...checked.diagnostics] }
  const config = configOf(checked.value, document, known)
  return { value: config.value, diagnostics: [...diagnostics, ...config.diagnostics] }
}
