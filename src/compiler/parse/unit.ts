import { basisPoints, percent, points, scales, times } from '../../format/unit.ts'
import type { Unit } from '../../model/unit.ts'

export { formatUnit, unitWords } from '../../format/unit.ts'

/** Codes of ISO 4217 in use, and those of recent currencies that older figures may stand in. */
const currencyCodes = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP ' +
    'CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF ' +
    'IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD ' +
    'MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB ' +
    'RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD ' +
    'UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL ATS BEF DEM ESP FIM FRF GRD HRK IEP ITL LTL LUF LVL NLG PTE SIT SKK EEK'
  ).split(' '),
)

const fixed: ReadonlyMap<string, Unit> = new Map([
  ['%', percent],
  ['percent', percent],
  ['points', points],
  ['bps', basisPoints],
  ['x', times],
])

function parseBase(base: string, declared: ReadonlyMap<string, Unit>): Unit | undefined {
  const noun = declared.get(base)
  if (noun) return noun
  const [code = '', per, ...rest] = base.split('/')
  if (!currencyCodes.has(code) || per === '' || rest.length > 0) return undefined
  return { kind: 'currency', base, exponent: 0 }
}

/** Reads "JPY mn", "%", "points", "bps", "x", "JPY/share" or a declared noun ("persons", "subscribers k"). */
export function parseUnit(text: string, declared: ReadonlyMap<string, Unit> = new Map()): Unit | undefined {
  const words = text.trim().split(/\s+/)
  const [base = '', short] = words
  if (words.length > 2) return undefined
  if (short === undefined) return fixed.get(base) ?? parseBase(base, declared)
  const scale = scales.find((candidate) => candidate.short === short)
  const unit = parseBase(base, declared)
  return scale && unit ? { ...unit, exponent: scale.exponent } : undefined
}

/** Units a writer may have meant, for "did you mean". */
export function unitNames(declared: ReadonlyMap<string, Unit>): readonly string[] {
  const currencies = ['JPY', 'USD', 'EUR', 'GBP'].flatMap((code) => [
    code,
    ...scales.map(({ short }) => `${code} ${short}`),
  ])
  return [...fixed.keys(), ...declared.keys(), ...currencies]
}
