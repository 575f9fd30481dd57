/**
 * More true sentences about decks of tests/golden. The first 72 were written from docs/authoring.md and the data before the words of the
 * engine were read, and three of them raised an alarm at the first run. Those of `besideNewRules` are about kinds that rules came to judge later.
 */

export const laterOfTillman = `
Net sales for the twelve weeks ended October 3, 2020 were {{figure "sales" "Q"}}, compared with {{figure "sales" "Q-4"}} in the same period last year
Gross profit improved by {{growth "gross-profit" "Q"}} to {{figure "gross-profit" "Q"}}, helped by a richer mix in Neighborhood Markets
Fuel & Convenience remained under pressure: sales of {{figure "sales.fuel" "Q"}} were {{difference "sales.fuel" "Q" form="magnitude"}} lower than a year ago
Operating profit came to {{figure "operating-profit" "Q"}} after store closing costs of {{figure "closing-costs" "Q"}} and a pension plan withdrawal of {{figure "pension-withdrawal" "Q"}}
Interest expense eased to {{figure "interest" "Q"}} from {{figure "interest" "Q-4"}} as we paid down debt
Our loyalty programme now counts {{figure "members" "Q"}}, against {{figure "members" "Q-4"}} twelve months earlier
With {{figure "associates" "Q"}} on the payroll at quarter-end, we employ {{difference "associates" "Q" form="magnitude"}} more people than a year ago
Income taxes took {{figure "taxes" "Q"}}, leaving net earnings of {{figure "earnings.net" "Q"}}
Total debt closed the quarter at {{figure "debt" "Q"}}
Net debt closed the quarter at {{figure "net-debt" "Q"}}, or {{figure "leverage" "Q"}} trailing adjusted EBITDA
Net cash from operating activities in the first forty weeks was {{figure "cash.operating" "YTD"}}
Free cash flow for the first forty weeks reached {{figure "fcf" "YTD"}}, up from {{figure "fcf" "YTD-1"}}
We have added {{difference "stores" "Q" vs="FY-1" form="magnitude"}} since the end of fiscal 2019
Diluted earnings per share more than doubled to {{figure "eps" "Q"}}
Digital accounted for {{figure "digital" "Q"}} of sales, from {{figure "digital" "Q-4"}} a year earlier
We now expect adjusted earnings per share of {{figure "eps.adjusted" "FY" scenario="guidance-oct"}} for fiscal 2020, versus {{figure "eps.adjusted" "FY" scenario="guidance-jul"}} previously
Full-year capital expenditure is now seen at {{figure "capex" "FY" scenario="guidance-oct"}}; in July the upper end stood higher
Warehouse Stores was the fastest-growing segment, ahead {{growth "sales.warehouse" "Q"}}
Adjusted EBITDA advanced to {{figure "ebitda.adjusted" "Q"}}, a gain of {{growth "ebitda.adjusted" "Q"}} on the prior-year quarter
Gross margin widened by {{change "margin.gross" "Q" form="magnitude"}} to {{figure "margin.gross" "Q"}}
OG&A fell as a percentage of sales, to {{share "opex" of="sales" "Q"}}
Identical sales without fuel have now grown {{figure "identical-sales" "YTD"}} year to date
The average basket stood at {{figure "basket" "Q"}}, nearly ten dollars above last year's {{figure "basket" "Q-4"}}
Inventory turns improved to {{figure "turns" "Q"}}
Sequentially, net sales slipped {{growth "sales" "Q" vs="Q-1"}} from {{figure "sales" "Q-1"}} in the second quarter
Cash on hand more than doubled, from {{figure "cash" "Q-4"}} to {{figure "cash" "Q"}}
The twelve-month figure for adjusted EBITDA stands at {{figure "ebitda.adjusted" "LTM"}}
Both food banners posted double-digit growth: Neighborhood Markets {{change "sales.markets" "Q"}}, Warehouse Stores {{change "sales.warehouse" "Q"}}
We finished the period with {{figure "stores" "Q"}} and {{figure "area" "Q"}} of selling space
Pension and closing charges weighed on operating profit by {{figure "pension-withdrawal" "Q"}} and {{figure "closing-costs" "Q"}} respectively
Earnings before income taxes of {{figure "earnings.pretax" "Q"}} compare with {{figure "earnings.pretax" "Q-4"}} in the third quarter of fiscal 2019
`

export const laterOfAarvo = `
Net sales amounted to {{figure "sales" "H1"}} in the first six months, an increase of {{growth "sales" "H1"}}
At constant currencies, growth was {{figure "sales.constant" "H1"}}
EBIT rose to {{figure "ebit" "H1"}} from a restated {{figure "ebit" "H1-1"}}
The EBIT margin thus improved by {{change "ebit-margin" "H1" form="magnitude"}} to {{figure "ebit-margin" "H1"}}
Net debt rose since year-end, to {{figure "net-debt" "H1"}} from {{figure "net-debt" "2022"}}, because the dividend of {{figure "cash.dividend" "H1" form="magnitude"}} was paid in spring
Capital expenditure was {{figure "cash.capex" "H1" form="magnitude"}}, in line with our plan
Process Control contributed {{figure "sales.process" "H1"}} to sales and {{figure "ebit.process" "H1"}} to EBIT
We employed {{figure "employees" "H1"}} at the end of June, {{difference "employees" "H1" vs="2022" form="magnitude"}} more than at the turn of the year
The Board of Directors proposed, and shareholders approved, a dividend of {{figure "dividend" "2022"}} for 2022
Free cash flow improved to {{figure "free-cash-flow" "H1"}} ({{figure "free-cash-flow" "H1-1"}} in the first half of 2022)
The euro bought {{figure "rate" "H1"}} on average, less than the {{figure "rate" "H1-1"}} of a year ago
For the year as a whole we now look for growth at constant currencies of {{figure "sales.constant" "2023" scenario="guidance-august"}}, after {{figure "sales.constant" "2023" scenario="guidance-march"}} in March
Cost of goods sold went up less than sales, to {{figure "cost" "H1" form="magnitude"}}
Since 2018 net sales have grown by {{cagr "sales" from="2018" to="2022"}} a year on average
The equity ratio was {{figure "equity-ratio" "H1"}}, slightly below the {{figure "equity-ratio" "2022"}} at the end of December
The financial result deteriorated to {{figure "financial" "H1"}}, mainly because of higher interest rates
Earnings per share reached {{figure "eps" "H1"}}, nine cents more than a year earlier
`

export const laterOfNagasaka = `
Net sales for the nine months were {{figure "sales" "9M"}}, {{change "sales" "9M"}}
Operating income was {{figure "oi" "Q"}}, the third consecutive quarter of year-on-year growth
We raised the full-year forecast for operating income to {{figure "oi" "FY" scenario="forecast"}} from {{figure "oi" "FY" scenario="forecast-may"}}
Measured against the full-year forecast of {{figure "sales" "FY" scenario="forecast"}}, net sales have come roughly three quarters of the way
The annual dividend forecast is {{figure "dps" "FY" scenario="forecast"}}, of which {{figure "dps" "H1"}} was paid as an interim dividend
Instruments made up {{share "sales.instruments" of="sales" "9M"}} of net sales
Profit attributable to owners of parent climbed {{growth "owners" "9M"}} to {{figure "owners" "9M"}}
Total assets stood at {{figure "assets" "Q"}} on December 31, 2025, {{difference "assets" "Q" vs="FY-1" form="magnitude"}} more than at the end of the previous fiscal year
Selling, general and administrative expenses increased more slowly than net sales and came to {{figure "sga" "9M"}}
サービス profit turned positive: {{figure "oi.services" "9M"}} after {{figure "oi.services" "9M-1"}} a year before
Materials profit held up at {{figure "oi.materials" "9M"}}
The equity ratio edged up to {{figure "equity-ratio" "Q"}}
Cash and deposits declined by {{difference "cash" "Q" vs="FY-1" form="magnitude"}} from March 31, 2025 as inventories were built up
Non-operating expenses jumped to {{figure "nonop.expense" "Q"}} on foreign exchange losses
The group had {{figure "staff" "Q"}} at the end of December, {{figure "staff.abroad" "Q"}} of them abroad
`

export const laterOfLindqvist = `
Total revenue grew to {{figure "revenue.total" "H1"}} in the first half of fiscal 2025
Operating profit swung to {{figure "ebit" "H1"}} from a loss of {{figure "ebit" "H1-1" form="magnitude"}}
Fibre contributed more than half of revenue ({{share "revenue.fibre" of="revenue.total" "H1"}})
Hardware continued to shrink and brought in {{figure "revenue.hardware" "H1"}}
Net profit of {{figure "net" "H1"}} follows a net loss of {{figure "net" "H1-1" form="magnitude"}} in the prior-year period
We guide for revenue of {{figure "revenue.total" "FY" scenario="guidance"}} in fiscal 2025
Operating cash flow of {{figure "cash.operating" "H1"}} comfortably covered investing outflows of {{figure "cash.investing" "H1" form="magnitude"}}
{{figure "homes" "H1"}} are now connected, {{difference "homes" "H1" form="magnitude"}} more than a year ago
Headcount fell slightly to {{figure "staff" "H1"}}
`

export const besideNewRules = `
In the first forty weeks, net sales were {{figure "sales" "YTD"}}
For the twelve weeks to October 3, net sales were {{figure "sales" "Q"}}
Net sales were {{figure "sales" "YTD"}} for the first forty weeks and {{figure "sales" "Q"}} for the last twelve weeks
Over the first sixteen weeks of the year net sales were {{figure "sales" "Q1"}}
We employ more associates than a year ago
We run more stores than a year ago, {{figure "stores" "Q"}} in all
Lower interest expense than a year ago helped
Less fuel was sold than a year ago
Neighborhood Markets is our largest segment
Neighborhood Markets remains by far our largest segment, at {{share "sales.markets" of="sales" "Q"}} of net sales
Fuel & Convenience is our smallest segment
Our fastest-growing segment is Warehouse Stores
Warehouse Stores, our fastest-growing segment, reached {{figure "sales.warehouse" "Q"}}
Two of our three segments grew
Total debt is about twice adjusted EBITDA
Net sales are about four times gross profit
Neighborhood Markets is about twice the size of Warehouse Stores
More than four hundred stores carry our name
We operate more than four hundred stores
Nearly fifty thousand associates work for us
Over six million loyalty members shop with us
More than five hundred new jobs were created at our two newest stores
Total debt was {{figure "debt" "Q"}}, down on the year
Net sales of {{figure "sales" "Q"}}, up from a year earlier
Interest expense was {{figure "interest" "Q"}}, down from a year ago
Store closing costs were {{figure "closing-costs" "Q"}}, higher than a year ago
Net earnings came to {{figure "earnings.net" "Q"}}, higher prices for paper notwithstanding
Gross margin stood at {{figure "margin.gross" "Q"}} (up)
Our July guidance for adjusted EBITDA was {{figure "ebitda.adjusted" "FY" scenario="guidance-jul"}}; our October guidance is {{figure "ebitda.adjusted" "FY" scenario="guidance-oct"}}
Against July guidance of {{figure "fcf" "FY" scenario="guidance-jul"}}, we now look for {{figure "fcf" "FY" scenario="guidance-oct"}} of free cash flow
In October we guided to adjusted EBITDA of {{figure "ebitda.adjusted" "FY" scenario="guidance-oct"}}
In July we expected free cash flow of {{figure "fcf" "FY" scenario="guidance-jul"}}
{{figure "earnings.net" "Q"}} was left as net earnings
{{figure "stores" "Q"}}: our store count at the end of the quarter
Net earnings worked out at {{figure "earnings.net" "Q"}}
Net sales held up at {{figure "sales" "Q"}}
Free cash flow left net debt at {{figure "net-debt" "Q"}}
Gross profit helped to keep operating profit at {{figure "operating-profit" "Q"}}
Higher net sales brought gross profit up to {{figure "gross-profit" "Q"}}
Since the year-end, total debt has come down by {{difference "debt" "Q" vs="FY-1" form="magnitude"}}
Total debt was {{difference "debt" "Q" vs="FY-1" form="magnitude"}} lower than at the end of the previous fiscal year
Compared with the end of last year, cash and temporary investments were up by {{difference "cash" "Q" vs="FY-1" form="magnitude"}}
Net sales, at {{figure "sales" "Q"}}, are above the {{figure "sales" "Q-4"}} of a year earlier
Net sales of {{figure "sales" "Q"}} compare with {{figure "sales" "Q-4"}}; they were below the {{figure "sales" "Q-1"}} of the second quarter
Gross profit improved faster than net sales
Gross profit exceeds operating, general and administrative costs
Gross profit and cost of sales add up to {{figure "sales" "Q"}}
Operating profit absorbed store closing costs of {{figure "closing-costs" "Q"}}
Net sales generated {{figure "gross-profit" "Q"}} of gross profit
Of net sales, {{figure "cost-of-sales" "Q"}} went on cost of sales
Operating profit less interest expense is {{figure "earnings.pretax" "Q"}}
{{figure "interest" "Q"}} was interest expense, {{figure "taxes" "Q"}} income taxes
Net debt is total debt less cash: {{figure "net-debt" "Q"}}
Our stores serve {{figure "members" "Q"}}
Each store has about a hundred associates
A dozen stores were refitted, each with two hundred new lines
Nine in ten loyalty members used their card twice a month
Inventory turns are over thirteen times a year
Net earnings burned no cash: operations brought in {{figure "cash.operating" "YTD"}}
Free cash flow used for repaying debt was {{figure "fcf" "YTD"}}
We used {{figure "fcf" "YTD"}} of free cash flow to repay debt
A dollar of sales brought {{figure "margin.gross" "Q"}} of gross margin
Total debt of {{figure "debt" "Q"}} is covered by cash and temporary investments of {{figure "cash" "Q"}} only in part
The largest segment by store count is Neighborhood Markets
One of our largest segments, Fuel & Convenience, suffered
`

/** Of ends, lengths, peaks, addresses and units of several words, which rules came to judge later still. */
export const ofTimesAndMeasures = {
  tillman: `
At the end of the quarter we ran {{figure "stores" "Q"}} with {{figure "area" "Q" unit=false}} million square feet
The first quarter has sixteen weeks, the others twelve
Net sales peaked in the first quarter, when everybody cooked at home
At the end of the third quarter of fiscal 2019 we had {{figure "stores" "2019-10-05"}}
Sales of Warehouse Stores fell from quarter to quarter
Net sales grew for the fourth quarter running`,
  aarvo: `
Net debt rose to {{figure "net-debt" "H1"}} from the year-end
Net debt fell to {{figure "net-debt" "H1"}} on the year
At the end of June we employed {{figure "employees" "H1"}}, more than at the end of last year
Visit us: Technoparkstrasse 1, 8005 Zürich`,
  nagasaka: `
Cash and deposits fell to {{figure "cash" "Q"}}
Materials peaked in the second quarter`,
}
