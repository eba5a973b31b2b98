import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/language/syntax/parser';
import { expectDiagnostics, unmark } from '../harness';

/** Source with the span marked; code; message; the text after the first fix, or null where there is none. */
type Row = readonly [source: string, code: string, message: string, fixed: string | null];

const diagnose = (text: string) => parse(text).diagnostics;

const table: Record<string, readonly Row[]> = {
  'the most common': [
    ['latent z «~» ', 'expected-distribution', 'Expected a distribution after `~`, such as `Normal(0, 1)`.', null],
    [
      'latent z ~ Normal«(»',
      'unclosed-bracket',
      '`(` is never closed: add `)` after the last argument.',
      'latent z ~ Normal()',
    ],
    [
      'observed x «|» ~ Normal(0, 1)',
      'expected-parent',
      'Expected a parent after `|`: name the variables that this one depends on, or remove the `|`.',
      'observed x  ~ Normal(0, 1)',
    ],
    [
      'param w = «[»0.3, 0.5',
      'unclosed-bracket',
      '`[` is never closed: add `]` after the last value.',
      'param w = [0.3, 0.5]',
    ],
    [
      'latent z ~ Normal(0,«,»1)',
      'expected-argument',
      'Expected an argument between `,` and `,`: write one or remove the comma.',
      'latent z ~ Normal(0,1)',
    ],
    [
      'observed x | z «Normal»(0,1)',
      'missing-tilde',
      '`~` is missing between `z` and `Normal`; add it.',
      'observed x | z ~ Normal(0,1)',
    ],
    [
      'latent z ~ Categorical(a: 0.2 «b»: 0.8)',
      'missing-comma',
      'A comma is missing between `0.2` and `b`; add it.',
      'latent z ~ Categorical(a: 0.2, b: 0.8)',
    ],
    [
      'model «"Three bumps»',
      'unclosed-string',
      'The text `"Three bumps` is never closed; add `"`.',
      'model "Three bumps"',
    ],
  ],
  'statements with nothing': [
    [
      '«model»',
      'expected-title',
      'Expected a title in double quotes after `model`, as in `model "Three bumps"`.',
      null,
    ],
    ['«param»', 'expected-name', 'Expected the name of a parameter after `param`, as in `param mu = 0`.', null],
    ['«let»', 'expected-name', 'Expected the name of an expression after `let`, as in `let scale = 2 * sigma`.', null],
    [
      '«network»',
      'expected-name',
      'Expected the name of a network after `network`, as in `network f(z) = z -> dense(1)`.',
      null,
    ],
    [
      '«latent»',
      'expected-name',
      'Expected the name of a latent variable after `latent`, as in `latent z ~ Normal(0, 1)`.',
      null,
    ],
    [
      '«observed»',
      'expected-name',
      'Expected the name of an observed variable after `observed`, as in `observed x ~ Normal(0, 1)`.',
      null,
    ],
    [
      '«data»',
      'expected-name',
      'Expected the name of the observed variable after `data`, as in `data x from "file.csv"`.',
      null,
    ],
    ['«weights»', 'expected-from', 'Expected `from` after `weights`, as in `weights from "file.safetensors"`.', null],
    ['«fit»', 'expected-method', 'Expected a method after `fit`: `em`, `gradient`, `elbo` or `iwae`.', null],
    ['«view»', 'expected-name', 'Expected the name of a variable after `view`, as in `view x in [-5, 5]`.', null],
  ],
  'statements under way': [
    ['param «mu»', 'missing-equals', 'Expected `=` after `mu`, and then a value, such as `0.5` or `[0.3, 0.7]`.', null],
    [
      'param sigma«:»',
      'expected-domain',
      'Expected a domain after `:`, such as `positive`, `unit` or `simplex`.',
      null,
    ],
    [
      'param sigma: «positive»',
      'missing-equals',
      'Expected `=` after `positive`, and then a value, such as `0.5` or `[0.3, 0.7]`.',
      null,
    ],
    ['param mu «=»', 'expected-value', 'Expected a value after `=`.', null],
    ['let y = 1 «+»', 'expected-value', 'Expected a value after `+`.', null],
    ['let y = z «->»', 'expected-value', 'Expected a value after `->`.', null],
    ['let y = «-»', 'expected-value', 'Expected a value after `-`.', null],
    [
      'network «f»',
      'expected-argument',
      'Expected the arguments of `f` in parentheses, as in `network f(z) = …`.',
      null,
    ],
    ['network f«(»', 'unclosed-bracket', '`(` is never closed: add `)` after the last argument.', 'network f()'],
    ['network f«(»z', 'unclosed-bracket', '`(` is never closed: add `)` after the last argument.', 'network f(z)'],
    [
      'network f(z«)»',
      'missing-equals',
      'Expected `=` after `)`, and then a value, such as `0.5` or `[0.3, 0.7]`.',
      null,
    ],
    ['network f(z) «=»', 'expected-value', 'Expected a value after `=`.', null],
    ['latent «z»', 'missing-tilde', 'Expected `~` after `z`, and then a distribution, such as `Normal(0, 1)`.', null],
    ['latent z«[»', 'unclosed-bracket', '`[` is never closed: add `]` after the last index.', 'latent z[]'],
    [
      'latent z[1«]»',
      'missing-tilde',
      'Expected `~` after `]`, and then a distribution, such as `Normal(0, 1)`.',
      null,
    ],
    [
      'latent z «|»',
      'expected-parent',
      'Expected a parent after `|`: name the variables that this one depends on, or remove the `|`.',
      'latent z ',
    ],
    [
      'latent z | k«,»',
      'expected-parent',
      'Expected another parent after `,`: name one or remove the comma.',
      'latent z | k',
    ],
    ['latent z | k«[»', 'unclosed-bracket', '`[` is never closed: add `]` after the last index.', 'latent z | k[]'],
    [
      'latent z | «k»',
      'missing-tilde',
      'Expected `~` after `k`, and then a distribution, such as `Normal(0, 1)`.',
      null,
    ],
    [
      'latent z ~ Normal«(»0',
      'unclosed-bracket',
      '`(` is never closed: add `)` after the last argument.',
      'latent z ~ Normal(0)',
    ],
    [
      'latent z ~ Normal(0«,»',
      'expected-argument',
      'Expected another argument after `,`: write one or remove the comma.',
      'latent z ~ Normal(0',
    ],
    ['latent z ~ Normal(mean«:»', 'expected-value', 'Expected a value after `:`.', null],
    ['latent z ~ «case»', 'expected-subject', 'Expected a variable after `case`, as in `case z { … }`.', null],
    [
      'latent z ~ case «k»',
      'expected-row',
      'Expected the rows of the `case` in braces, such as `{ true: 0.9, false: 0.1 }`.',
      null,
    ],
    [
      'latent z ~ case k «{»',
      'unclosed-bracket',
      '`{` is never closed: add `}` after the last row.',
      'latent z ~ case k {}',
    ],
    [
      'latent z ~ case k { «blue»',
      'expected-colon',
      'Expected `:` after `blue`: a row is written `value: result`.',
      null,
    ],
    ['latent z ~ case k { blue«:»', 'expected-value', 'Expected a value after `:`.', null],
    [
      'latent z ~ case k «{» blue: Normal(0, 1)',
      'unclosed-bracket',
      '`{` is never closed: add `}` after the last row.',
      'latent z ~ case k { blue: Normal(0, 1)}',
    ],
    [
      'latent z ~ case k { blue: Normal(0, 1)«,»',
      'expected-row',
      'Expected another row after `,`: write one or remove the comma.',
      'latent z ~ case k { blue: Normal(0, 1)',
    ],
    [
      'latent z[t] ~ Normal(0, 1) «for»',
      'expected-name',
      'Expected the name of an index after `for`, as in `for t in 2..20`.',
      null,
    ],
    ['latent z[t] ~ Normal(0, 1) for «t»', 'expected-in', 'Expected `in` after `t`, as in `for t in 2..20`.', null],
    [
      'latent z[t] ~ Normal(0, 1) for t «in»',
      'expected-index',
      'Expected the first index after `in`, as in `for t in 2..20`.',
      null,
    ],
    [
      'latent z[t] ~ Normal(0, 1) for t in «2»',
      'expected-range',
      'Expected `..` and the last index after `2`, as in `for t in 2..20`.',
      null,
    ],
    [
      'latent z[t] ~ Normal(0, 1) for t in 2«..»',
      'expected-index',
      'Expected the last index after `..`, as in `for t in 2..20`.',
      null,
    ],
    [
      'data «x»',
      'expected-from',
      'Expected `from` after `x`, as in `data x from "file.csv"` or `data x = [1.2, 0.7]`.',
      null,
    ],
    [
      'data x «from»',
      'expected-file',
      'Expected a file in double quotes after `from`, as in `data x from "file.csv"`.',
      null,
    ],
    ['data x from «"f.csv»', 'unclosed-string', 'The text `"f.csv` is never closed; add `"`.', 'data x from "f.csv"'],
    [
      'data x from "f.csv" «columns»',
      'expected-column',
      'Expected a column after `columns`: a name, or a text in double quotes.',
      null,
    ],
    [
      'data x from "f.csv" columns a«,»',
      'expected-column',
      'Expected a column after `,`: a name, or a text in double quotes.',
      null,
    ],
    ['data x «=»', 'expected-value', 'Expected a value after `=`.', null],
    ['data x = «[»', 'unclosed-bracket', '`[` is never closed: add `]` after the last value.', 'data x = []'],
    [
      'data x = [1«,»',
      'expected-value',
      'Expected another value after `,`: write one or remove the comma.',
      'data x = [1',
    ],
    [
      'weights «from»',
      'expected-file',
      'Expected a file in double quotes after `from`, as in `weights from "file.safetensors"`.',
      null,
    ],
    ['fit em«(»', 'unclosed-bracket', '`(` is never closed: add `)` after the last option.', 'fit em()'],
    ['fit em(«steps»', 'missing-equals', 'Expected `=` after `steps`, and then its value, as in `steps = 100`.', null],
    ['fit em(steps «=»', 'expected-value', 'Expected a value after `=`.', null],
    ['view «x»', 'expected-in', 'Expected `in` after `x`, as in `view x in [-5, 5]`.', null],
    ['view x «in»', 'expected-value', 'Expected a value after `in`.', null],
    ['view x in «[»', 'unclosed-bracket', '`[` is never closed: add `]` after the last value.', 'view x in []'],
    [
      'view x in [-1«,»',
      'expected-value',
      'Expected another value after `,`: write one or remove the comma.',
      'view x in [-1',
    ],
    ['«lat»', 'misspelled-keyword', '`lat` starts no statement; did you mean `latent`?', 'latent'],
    ['«obs»', 'misspelled-keyword', '`obs` starts no statement; did you mean `observed`?', 'observed'],
    ['«par»', 'misspelled-keyword', '`par` starts no statement; did you mean `param`?', 'param'],
  ],
  texts: [
    [
      'data x from «"f.csv» columns a, b',
      'unclosed-string',
      'The text `"f.csv` is never closed; add `"`.',
      'data x from "f.csv" columns a, b',
    ],
    [
      'weights from «"w.safetensors»  ',
      'unclosed-string',
      'The text `"w.safetensors` is never closed; add `"`.',
      'weights from "w.safetensors"  ',
    ],
    [
      "model «'Three bumps'»",
      'single-quotes',
      'A text stands in double quotes, not in single ones.',
      'model "Three bumps"',
    ],
    ['model «“Three bumps”»', 'curly-quotes', 'A text stands in straight double quotes.', 'model "Three bumps"'],
    [
      'model «Three bumps»',
      'expected-title',
      'Expected a title in double quotes after `model`, as in `model "Three bumps"`, found `Three`.',
      'model "Three bumps"',
    ],
    [
      'data x from «faithful.csv» columns eruptions',
      'expected-file',
      'Expected a file in double quotes after `from`, as in `data x from "file.csv"`, found `faithful`.',
      'data x from "faithful.csv" columns eruptions',
    ],
    [
      'param mu = «"0"»',
      'expected-value',
      'Expected a value, found the text `"0"`: texts are for titles, files and columns.',
      null,
    ],
    [
      'latent z ~ «"Normal"»',
      'expected-distribution',
      'Expected a distribution after `~`, such as `Normal(0, 1)`, found `"Normal"`.',
      null,
    ],
    ['let a = 1 «/*» why', 'unclosed-comment', '`/*` is never closed; add `*/`.', 'let a = 1 /* why */'],
    ['«#» a comment', 'foreign-comment', 'A comment starts with `//`, not with `#`.', '// a comment'],
  ],
  brackets: [
    ['latent z ~ Normal(0, 1)«)»', 'surplus-bracket', '`)` closes nothing; remove it.', 'latent z ~ Normal(0, 1)'],
    ['latent z ~ Normal(0, 1«]»', 'wrong-bracket', '`(` is closed by `)`, not by `]`.', 'latent z ~ Normal(0, 1)'],
    ['latent z ~ Normal[0«,» 1]', 'surplus-item', 'Arguments stand in parentheses, as in `Normal(0, 1)`.', null],
    [
      'latent z ~ Normal(mu«[»z, 1)',
      'unclosed-bracket',
      '`[` is never closed: add `]` after the last index.',
      'latent z ~ Normal(mu[z], 1)',
    ],
    [
      'let a = «[»[1, 2], [3, 4]',
      'unclosed-bracket',
      '`[` is never closed: add `]` after the last value.',
      'let a = [[1, 2], [3, 4]]',
    ],
    [
      'let a = «[»[1, 2, [3, 4]]',
      'unclosed-bracket',
      '`[` is never closed: add `]` after the last value.',
      'let a = [[1, 2, [3, 4]]]',
    ],
    ['let a = b[1«)»', 'wrong-bracket', '`[` is closed by `]`, not by `)`.', 'let a = b[1]'],
    ['let a = «(»1 + 2', 'unclosed-bracket', '`(` is never closed: add `)` after the last value.', 'let a = (1 + 2)'],
    [
      'let a = b[1«,» 2]',
      'surplus-item',
      'An element is picked by one index; for a matrix write two pairs of brackets, as in `w[1][2]`.',
      null,
    ],
    ['let a = b[«]»', 'expected-index', 'Expected an index, found `]`.', null],
    ['let a = («)»', 'expected-value', 'Expected a value, found `)`.', null],
    [
      'let a = «[]»',
      'expected-value',
      'Expected a value between `[` and `]`: a vector has at least one element.',
      null,
    ],
    ['let a = (1«,» 2)', 'surplus-item', 'A list of values stands in square brackets, as in `[0.3, 0.7]`.', null],
    ['let a = (1 «2»)', 'unexpected-text', 'Expected an operator or `)`, found `2`.', null],
    [
      'latent z ~ Bernoulli(case k «{» a: 1, b: 0)',
      'unclosed-bracket',
      '`{` is never closed: add `}` after the last row.',
      'latent z ~ Bernoulli(case k { a: 1, b: 0})',
    ],
    [
      'latent z ~ Bernoulli(case k «{» })',
      'expected-row',
      'Expected rows between `{` and `}`, such as `true: 0.9, false: 0.1`.',
      null,
    ],
    [
      'latent z | k«[»t-1 ~ Normal(0, 1)',
      'unclosed-bracket',
      '`[` is never closed: add `]` after the last index.',
      'latent z | k[t-1] ~ Normal(0, 1)',
    ],
    ['param s: interval(0, 1 «=» 0.5', 'unexpected-text', 'Expected `,` or `)`, found `=`.', null],
    ['network f(z «=» z', 'unexpected-text', 'Expected `,` or `)`, found `=`.', null],
    [
      'network f«(») = 1',
      'expected-argument',
      'A network has at least one argument: name it between `(` and `)`.',
      null,
    ],
    [
      'network f «=» 1',
      'expected-argument',
      'Expected the arguments of `f` in parentheses, as in `network f(z) = …`, found `=`.',
      null,
    ],
    ['network f(«1») = 1', 'expected-argument', 'Expected an argument, found `1`.', null],
    [
      'latent z ~ Normal«(»0, 1 for t in 2..20',
      'unclosed-bracket',
      '`(` is never closed: add `)` after the last argument.',
      'latent z ~ Normal(0, 1) for t in 2..20',
    ],
    [
      'let a = f(x)«(»y)',
      'unexpected-text',
      '`(` cannot follow `)`: expected an operator, or a keyword that starts a statement.',
      null,
    ],
  ],
  commas: [
    [
      'param w = [1 «2» 3]',
      'missing-comma',
      'Commas are missing, the first between `1` and `2`; add them.',
      'param w = [1, 2, 3]',
    ],
    [
      'latent z ~ Normal(0«,» )',
      'expected-argument',
      'Expected another argument after `,`: write one or remove the comma.',
      'latent z ~ Normal(0 )',
    ],
    [
      'latent z ~ Normal(«,» 1)',
      'expected-argument',
      'Expected an argument before `,`: write one or remove the comma.',
      'latent z ~ Normal( 1)',
    ],
    ['latent z ~ Normal(«=» 1)', 'expected-argument', 'Expected an argument, found `=`.', null],
    ['latent z ~ Normal(«0» = 1)', 'expected-name', '`0` cannot name an argument: a name starts with a letter.', null],
    ['param w = 1«,» 2', 'unexpected-text', 'A list of values stands in square brackets, as in `[0.3, 0.7]`.', null],
    [
      'latent z | a «b» ~ Normal(0, 1)',
      'missing-comma',
      'A comma is missing between `a` and `b`; add it.',
      'latent z | a, b ~ Normal(0, 1)',
    ],
    [
      'latent z | a«,» ~ Normal(0, 1)',
      'expected-parent',
      'Expected another parent after `,`: name one or remove the comma.',
      'latent z | a ~ Normal(0, 1)',
    ],
    [
      'data x from "f.csv" columns a «b»',
      'missing-comma',
      'A comma is missing between `a` and `b`; add it.',
      'data x from "f.csv" columns a, b',
    ],
    [
      'latent z ~ Bernoulli(case k { a: 1 «b»: 0 })',
      'missing-comma',
      'A comma is missing between `1` and `b`; add it.',
      'latent z ~ Bernoulli(case k { a: 1, b: 0 })',
    ],
    [
      'latent z ~ Bernoulli(case k { a: «1»\n  b: 0 })',
      'missing-comma',
      'A comma is missing between `1` and `b`; add it.',
      'latent z ~ Bernoulli(case k { a: 1,\n  b: 0 })',
    ],
    [
      'latent z ~ Bernoulli(case k { a: 1, «,» b: 0 })',
      'expected-row',
      'Expected a row between `,` and `,`: write one or remove the comma.',
      'latent z ~ Bernoulli(case k { a: 1,  b: 0 })',
    ],
    [
      'fit em(steps = 1 «rate» = 2)',
      'missing-comma',
      'A comma is missing between `1` and `rate`; add it.',
      'fit em(steps = 1, rate = 2)',
    ],
    [
      'latent x«,» y ~ Normal(0, 1)',
      'missing-tilde',
      'Expected `~` after `x`, and then a distribution, such as `Normal(0, 1)`, found `,`.',
      null,
    ],
    [
      'param a = 1«;»',
      'stray-character',
      '`;` has no meaning here: values are separated by `,`, and a statement needs no mark at its end.',
      'param a = 1',
    ],
    [
      'latent z ~ Normal(0«;» 1)',
      'stray-character',
      '`;` has no meaning here: values are separated by `,`, and a statement needs no mark at its end.',
      'latent z ~ Normal(0 1)',
    ],
  ],
  'case rows': [
    [
      'latent z ~ Bernoulli(case «{» a: 1 })',
      'expected-subject',
      'Expected a variable after `case`, as in `case z { … }`, found `{`.',
      null,
    ],
    [
      'latent z ~ Bernoulli(case k, «{» a: 1 })',
      'expected-subject',
      'Expected a variable after `,`, as in `case z { … }`, found `{`.',
      null,
    ],
    [
      'latent z ~ Bernoulli(case «k»\n a: 1, b: 0 })',
      'expected-row',
      'Expected the rows of the `case` in braces, such as `{ true: 0.9, false: 0.1 }`.',
      null,
    ],
    [
      'latent z ~ Bernoulli(case k { a «1», b: 0 })',
      'expected-colon',
      'Expected `:` after `a`: a row is written `value: result`.',
      'latent z ~ Bernoulli(case k { a: 1, b: 0 })',
    ],
    [
      'latent z ~ Bernoulli(case k { a «=» 1, b: 0 })',
      'expected-colon',
      'A row is written `value: result`, with `:` instead of `=`.',
      'latent z ~ Bernoulli(case k { a : 1, b: 0 })',
    ],
    ['latent z ~ Bernoulli(case k { a: «,» b: 0 })', 'expected-value', 'Expected a value after `:`, found `,`.', null],
    [
      'latent z ~ Bernoulli(case k, l { a, «:» 1 })',
      'expected-pattern',
      'Expected another value after `,`, one for each variable behind `case`, found `:`.',
      null,
    ],
    [
      'latent z ~ Bernoulli(case k { f«(»1): 1 })',
      'expected-colon',
      'Expected `:` after `f`: a row is written `value: result`.',
      null,
    ],
  ],
  names: [
    [
      'param «data» = 3',
      'keyword-as-name',
      '`data` is a keyword and cannot be the name of a parameter; choose another name.',
      null,
    ],
    [
      'let «for» = 3',
      'keyword-as-name',
      '`for` is a keyword and cannot be the name of an expression; choose another name.',
      null,
    ],
    [
      'network «case»(z) = z',
      'keyword-as-name',
      '`case` is a keyword and cannot be the name of a network; choose another name.',
      null,
    ],
    [
      'network f(«in») = 1',
      'keyword-as-name',
      '`in` is a keyword and cannot be the name of an argument; choose another name.',
      null,
    ],
    [
      'latent «true» ~ Normal(0, 1)',
      'keyword-as-name',
      '`true` is a keyword and cannot be the name of a latent variable; choose another name.',
      null,
    ],
    [
      'observed «view» | z ~ Normal(0, 1)',
      'keyword-as-name',
      '`view` is a keyword and cannot be the name of an observed variable; choose another name.',
      null,
    ],
    [
      'observed x | «model» ~ Normal(0, 1)',
      'keyword-as-name',
      '`model` is a keyword and cannot be the name of a parent; choose another name.',
      null,
    ],
    [
      'latent z ~ Normal(«data», 1)',
      'keyword-as-name',
      '`data` is a keyword and cannot be the name of a value; choose another name.',
      null,
    ],
    [
      'latent z ~ Categorical(«weights»: 0.2, b: 0.8)',
      'keyword-as-name',
      '`weights` is a keyword and cannot be the name of an argument; choose another name.',
      null,
    ],
    [
      'latent z[t] ~ Normal(0, 1) for «in» in 1..2',
      'keyword-as-name',
      '`in` is a keyword and cannot be the name of an index; choose another name.',
      null,
    ],
    [
      'param «3» = 4',
      'expected-name',
      'Expected the name of a parameter after `param`, as in `param mu = 0`, found `3`; a name starts with a letter.',
      null,
    ],
    [
      'param «(»a) = 4',
      'expected-name',
      'Expected the name of a parameter after `param`, as in `param mu = 0`, found `(`.',
      null,
    ],
    [
      'latent «~» Normal(0, 1)',
      'expected-name',
      'Expected the name of a latent variable after `latent`, as in `latent z ~ Normal(0, 1)`, found `~`.',
      null,
    ],
    [
      'data «from» "f.csv"',
      'expected-name',
      'Expected the name of the observed variable after `data`, as in `data x from "file.csv"`, found `from`.',
      null,
    ],
    [
      'data x from "f.csv" columns «data»',
      'keyword-as-name',
      '`data` is a keyword; write the column in double quotes.',
      'data x from "f.csv" columns "data"',
    ],
    [
      'view «in» [0, 1]',
      'expected-name',
      'Expected the name of a variable after `view`, as in `view x in [-5, 5]`, found `in`.',
      null,
    ],
    [
      '«fit» (steps = 3)',
      'expected-method',
      'Expected a method after `fit`: `em`, `gradient`, `elbo` or `iwae`, found `(`.',
      null,
    ],
    ['fit em(«100»)', 'expected-option', 'Expected an option such as `steps = 100`, found `100`.', null],
    [
      'param «let» = 3\nlet b = let',
      'keyword-as-name',
      '`let` is a keyword and cannot be the name of a parameter; choose another name.',
      null,
    ],
  ],
  'the sign in the middle': [
    [
      'latent z «=» Normal(0, 1)',
      'expected-tilde',
      'A variable is drawn from its distribution with `~`, not set with `=`; write `~`.',
      'latent z ~ Normal(0, 1)',
    ],
    [
      'latent z «==» Normal(0, 1)',
      'expected-tilde',
      'A variable is drawn from its distribution with `~`, not set with `==`; write `~`.',
      'latent z ~ Normal(0, 1)',
    ],
    [
      'latent z«:» Normal(0, 1)',
      'expected-tilde',
      'A variable is drawn from its distribution with `~`, not set with `:`; write `~`.',
      'latent z~ Normal(0, 1)',
    ],
    [
      'latent z «Normal»(0, 1)',
      'missing-tilde',
      '`~` is missing between `z` and `Normal`; add it.',
      'latent z ~ Normal(0, 1)',
    ],
    [
      'observed x | z «case» z { a: Normal(0, 1) }',
      'missing-tilde',
      '`~` is missing between `z` and `case`; add it.',
      'observed x | z ~ case z { a: Normal(0, 1) }',
    ],
    [
      'param mu «~» 3',
      'expected-equals',
      'Only `latent` and `observed` draw with `~`; write `=` here.',
      'param mu = 3',
    ],
    ['param mu «==» 3', 'double-equals', 'A value is given with `=`, not with `==`; write `=`.', 'param mu = 3'],
    ['param mu «:=» 3', 'double-equals', 'A value is given with `=`, not with `:=`; write `=`.', 'param mu = 3'],
    ['param mu «3»', 'missing-equals', '`=` is missing between `mu` and `3`; add it.', 'param mu = 3'],
    [
      'param mu: «3»',
      'expected-domain',
      'Expected a domain after `:`, such as `positive`, `unit` or `simplex`, found `3`.',
      null,
    ],
    [
      'param s «positive» = 3',
      'missing-colon',
      '`:` is missing between `s` and `positive`; add it.',
      'param s: positive = 3',
    ],
    [
      'param s: «=» 3',
      'expected-domain',
      'Expected a domain after `:`, such as `positive`, `unit` or `simplex`, found `=`.',
      null,
    ],
    ['let a «~» 3', 'expected-equals', 'Only `latent` and `observed` draw with `~`; write `=` here.', 'let a = 3'],
    ['let a «3»', 'missing-equals', '`=` is missing between `a` and `3`; add it.', 'let a = 3'],
    [
      'network f(z) «~» z',
      'expected-equals',
      'Only `latent` and `observed` draw with `~`; write `=` here.',
      'network f(z) = z',
    ],
    ['network f(z) «z»', 'missing-equals', '`=` is missing between `)` and `z`; add it.', 'network f(z) = z'],
    [
      'data x «~» [1, 2]',
      'expected-equals',
      'Only `latent` and `observed` draw with `~`; write `=` here.',
      'data x = [1, 2]',
    ],
    ['data x «[»1, 2]', 'missing-equals', '`=` is missing between `x` and `[`; add it.', 'data x = [1, 2]'],
    ['data x«:» [1, 2]', 'expected-equals', 'A value is given with `=`, not with `:`; write `=`.', 'data x= [1, 2]'],
    [
      'data x «form» "f.csv"',
      'expected-from',
      'Expected `from` after `x`, found `form`; write `from`.',
      'data x from "f.csv"',
    ],
    [
      'data x «"f.csv"»',
      'expected-from',
      '`from` is missing between `x` and `"f.csv"`; add it.',
      'data x from "f.csv"',
    ],
    [
      'data x from "f.csv" «colums» a',
      'misspelled-keyword',
      '`colums` means nothing here; did you mean `columns`?',
      'data x from "f.csv" columns a',
    ],
    ['weights «"f"»', 'expected-from', '`from` is missing between `weights` and `"f"`; add it.', 'weights from "f"'],
    [
      'weights «form» "f"',
      'expected-from',
      'Expected `from` after `weights`, found `form`; write `from`.',
      'weights from "f"',
    ],
    [
      'fit em(steps «100»)',
      'missing-equals',
      '`=` is missing between `steps` and `100`; add it.',
      'fit em(steps = 100)',
    ],
    ['view x «[»1, 2]', 'expected-in', '`in` is missing between `x` and `[`; add it.', 'view x in [1, 2]'],
    ['view x «[»-1, 2]', 'expected-in', '`in` is missing between `x` and `[`; add it.', 'view x in [-1, 2]'],
    ['view x «on» [1, 2]', 'expected-in', 'Expected `in` after `x`, found `on`; write `in`.', 'view x in [1, 2]'],
    ['view x «=» [1, 2]', 'expected-in', 'Expected `in` after `x`, found `=`; write `in`.', 'view x in [1, 2]'],
    [
      'latent z ~ Normal(mean «==» 0, sd: 1)',
      'double-equals',
      'Write `:` or `=` between the name of an argument and its value.',
      'latent z ~ Normal(mean : 0, sd: 1)',
    ],
  ],
  loops: [
    [
      'latent z[t] ~ Normal(0, 1) for t in «2.20»',
      'expected-range',
      'A range needs two dots; write `2..20`.',
      'latent z[t] ~ Normal(0, 1) for t in 2..20',
    ],
    [
      'latent z[t] ~ Normal(0, 1) for t in 2«:»20',
      'expected-range',
      'A range is written with `..` between its ends, not with `:`.',
      'latent z[t] ~ Normal(0, 1) for t in 2..20',
    ],
    [
      'latent z[t] ~ Normal(0, 1) for t in 2«,» 20',
      'expected-range',
      'A range is written with `..` between its ends, not with `,`.',
      'latent z[t] ~ Normal(0, 1) for t in 2.. 20',
    ],
    [
      'latent z[t] ~ Normal(0, 1) for t in 2«...»20',
      'foreign-symbol',
      '`...` is written `..` here.',
      'latent z[t] ~ Normal(0, 1) for t in 2..20',
    ],
    [
      'latent z[t] ~ Normal(0, 1) for t in 2 «to» 20',
      'expected-range',
      'A range is written with `..` between its ends, not with `to`.',
      'latent z[t] ~ Normal(0, 1) for t in 2 .. 20',
    ],
    [
      'latent z[t] ~ Normal(0, 1) for t in 2 «20»',
      'expected-range',
      '`..` is missing between `2` and `20`; add it.',
      'latent z[t] ~ Normal(0, 1) for t in 2.. 20',
    ],
    [
      'latent z[t] ~ Normal(0, 1) for t «=» 2..20',
      'expected-in',
      'Expected `in` after `t`, found `=`; write `in`.',
      'latent z[t] ~ Normal(0, 1) for t in 2..20',
    ],
    [
      'latent z[t] ~ Normal(0, 1) for t «2»..20',
      'expected-in',
      '`in` is missing between `t` and `2`; add it.',
      'latent z[t] ~ Normal(0, 1) for t in 2..20',
    ],
    [
      'latent z[t] ~ Normal(0, 1) «fro» t in 2..20',
      'misspelled-keyword',
      '`fro` means nothing here; did you mean `for`?',
      'latent z[t] ~ Normal(0, 1) for t in 2..20',
    ],
    [
      'latent z[t] «for» t in 2..20 ~ Normal(0, 1)',
      'missing-tilde',
      'Expected `~` after `]`, and then a distribution, such as `Normal(0, 1)`, found `for`.',
      null,
    ],
    [
      'let a = 1 «for» t in 2..20',
      'unexpected-text',
      '`for` stands only after the distribution of a `latent` or `observed`.',
      null,
    ],
  ],
  'numbers and symbols': [
    ['param a = «1.»', 'bare-point', '`1.` lacks a digit after the point; write `1.0`.', 'param a = 1.0'],
    [
      'param a = «2e-»',
      'incomplete-exponent',
      'The exponent of `2e-` lacks its digits; write `2e-3`, for instance.',
      'param a = 2',
    ],
    ['param a = «1e999»', 'number-too-large', '`1e999` is too large; the largest number is about 1.8e308.', null],
    ['let a = «2z»', 'missing-operator', 'A product needs its `*`: write `2 * z`.', 'let a = 2 * z'],
    ['let a = «2(»z + 1)', 'missing-operator', 'A product needs its `*`: write `2 * (…)`.', 'let a = 2 * (z + 1)'],
    ['let a = «+»1', 'expected-value', 'A number needs no `+` before it; remove it.', 'let a = 1'],
    ['let a = b * «*» c', 'expected-value', 'Expected a value after `*`, found `*`.', null],
    ['let a = b «**» 2', 'foreign-symbol', '`**` is written `^` here.', 'let a = b ^ 2'],
    ['let a = «−»1', 'foreign-symbol', '`−` is written `-` here.', 'let a = -1'],
    ['let a = b «×» c', 'foreign-symbol', '`×` is written `*` here.', 'let a = b * c'],
    ['let a = b «>» c', 'stray-character', '`>` has no meaning here; remove it.', 'let a = b  c'],
    ['let a = b «@!?» c', 'stray-character', '`@!?` has no meaning here; remove it.', 'let a = b  c'],
    ['let a = b «\u0000» c', 'stray-character', 'The character U+0000 has no meaning here; remove it.', 'let a = b  c'],
    [
      'let a = 1 «2»',
      'unexpected-text',
      '`2` cannot follow `1`: expected an operator, or a keyword that starts a statement.',
      null,
    ],
    [
      'let a = 1 «b»',
      'unexpected-text',
      '`b` cannot follow `1`: expected an operator, or a keyword that starts a statement.',
      null,
    ],
    ['latent z «∼» Normal(0, 1)', 'foreign-symbol', '`∼` is written `~` here.', 'latent z ~ Normal(0, 1)'],
  ],
  'text between statements': [
    [
      '«z» ~ Normal(0, 1)',
      'expected-keyword',
      'Expected `latent` or `observed` before `z`.',
      'latent z ~ Normal(0, 1)',
    ],
    [
      '«z» | k ~ Normal(0, 1)',
      'expected-keyword',
      'Expected `latent` or `observed` before `z`.',
      'latent z | k ~ Normal(0, 1)',
    ],
    ['«mu» = 3', 'expected-keyword', 'Expected `param` or `let` before `mu`.', 'param mu = 3'],
    ['«mu»: positive = 3', 'expected-keyword', 'Expected `param` or `let` before `mu`.', 'param mu: positive = 3'],
    [
      '«hello»',
      'expected-keyword',
      'Expected a statement, found `hello`: one starts with a keyword such as `param`, `latent` or `observed`.',
      null,
    ],
    [
      '«3» + 4',
      'expected-keyword',
      'Expected a statement, found `3`: one starts with a keyword such as `param`, `latent` or `observed`.',
      null,
    ],
    [
      '«(»((',
      'expected-keyword',
      'Expected a statement, found `(`: one starts with a keyword such as `param`, `latent` or `observed`.',
      null,
    ],
    [
      '«latnet» z ~ Normal(0, 1)',
      'misspelled-keyword',
      '`latnet` starts no statement; did you mean `latent`?',
      'latent z ~ Normal(0, 1)',
    ],
    ['«parm» mu = 3', 'misspelled-keyword', '`parm` starts no statement; did you mean `param`?', 'param mu = 3'],
    ['«modle» "a"', 'misspelled-keyword', '`modle` starts no statement; did you mean `model`?', 'model "a"'],
    [
      '«wieghts» from "f"',
      'misspelled-keyword',
      '`wieghts` starts no statement; did you mean `weights`?',
      'weights from "f"',
    ],
    [
      '«Latent» z ~ Normal(0, 1)',
      'misspelled-keyword',
      '`Latent` starts no statement; did you mean `latent`?',
      'latent z ~ Normal(0, 1)',
    ],
    [
      'latent z ~ Normal(0, 1) «z»',
      'unexpected-text',
      '`z` cannot follow `)`: expected an operator, or a keyword that starts a statement.',
      null,
    ],
    [
      'latent z ~ Normal(0, 1) «|» k',
      'unexpected-text',
      '`|` cannot follow `)`: expected an operator, or a keyword that starts a statement.',
      null,
    ],
    [
      'latent z ~ Normal(0, 1)\n«foo»\nlatent y ~ Normal(0, 1)',
      'expected-keyword',
      'Expected a statement, found `foo`: one starts with a keyword such as `param`, `latent` or `observed`.',
      null,
    ],
    [
      'model "a" «"b"»',
      'unexpected-text',
      '`"b"` cannot follow `"a"`: expected an operator, or a keyword that starts a statement.',
      null,
    ],
    [
      '«hello» @ world',
      'expected-keyword',
      'Expected a statement, found `hello`: one starts with a keyword such as `param`, `latent` or `observed`.',
      null,
    ],
  ],
  'what one left-out token leaves': [
    [
      'observed x «z» ~ Normal(z, 1)',
      'missing-bar',
      '`|` is missing between `x` and `z`; add it.',
      'observed x | z ~ Normal(z, 1)',
    ],
    [
      'observed x «a»[t-1], b ~ Normal(a, 1)',
      'missing-bar',
      '`|` is missing between `x` and `a`; add it.',
      'observed x | a[t-1], b ~ Normal(a, 1)',
    ],
    [
      'observed x[t] «|» [t-1] ~ Normal(0, 1) for t in 2..3',
      'expected-parent',
      'Expected a parent after `|`: name the variables that this one depends on, or remove the `|`.',
      null,
    ],
    [
      'observed x[t] | xt«-»1] ~ Normal(0, 1)',
      'missing-tilde',
      'Expected `~` after `xt`, and then a distribution, such as `Normal(z, 1)`, found `-`.',
      null,
    ],
    ['let a = fb«)» / 3', 'surplus-bracket', '`)` closes nothing; remove it.', 'let a = fb / 3'],
    ['latent z ~ Normal(mu1«]», 2)', 'surplus-bracket', '`]` closes nothing; remove it.', 'latent z ~ Normal(mu1, 2)'],
    [
      'latent z ~ case k { a: Normal0, 1«)», b: Normal(1, 1) }',
      'expected-colon',
      'Expected `:` after `1`: a row is written `value: result`.',
      null,
    ],
    [
      'latent z ~ case k { true: Poisson«(»1, false: Dirac(0) }',
      'unclosed-bracket',
      '`(` is never closed: add `)` after the last argument.',
      'latent z ~ case k { true: Poisson(1), false: Dirac(0) }',
    ],
    [
      'param w = case k { a: «[»1, 2, else: [3, 4] }',
      'unclosed-bracket',
      '`[` is never closed: add `]` after the last value.',
      'param w = case k { a: [1, 2], else: [3, 4] }',
    ],
    [
      'latent z ~ Bernoulli(case a, b { x «true»: 1, else: 0 })',
      'missing-comma',
      'A comma is missing between `x` and `true`; add it.',
      'latent z ~ Bernoulli(case a, b { x, true: 1, else: 0 })',
    ],
    [
      'param s «interval»(0, 1) = 0.5',
      'missing-colon',
      '`:` is missing between `s` and `interval`; add it.',
      'param s: interval(0, 1) = 0.5',
    ],
    [
      'param s: «(»0, 1) = 0.5',
      'expected-domain',
      'Expected a domain after `:`, such as `positive`, `unit` or `simplex`, found `(`.',
      null,
    ],
    [
      'latent z[t] ~ Normal(0, 1) for «in» 1..9',
      'expected-name',
      'Expected the name of an index after `for`, as in `for t in 2..20`, found `in`.',
      null,
    ],
  ],
};

const warnings = new Set(['bare-point']);

describe.each(Object.entries(table))('one message for one mistake: %s', (_, rows) => {
  it.each(rows)('%s', (source, code, message, fixed) => {
    const severity = warnings.has(code) ? 'warning' : 'error';
    expectDiagnostics(diagnose, source, [{ code, message, fixed, severity }]);
  });
});

const good = `model "Ten statements"
param weight: simplex = [0.3, 0.5, 0.2]
param mu = [-2, 0.5, 3]
let twice = 2 * mu
network f(z) = z -> dense(4, tanh) -> dense(1)
latent k ~ Categorical(weight)
latent z ~ Normal(0, 1)
observed x | k ~ Normal(mu[k], 1)
data x = [1, 2, 3]
fit em(steps = 10)
view x in [-5, 5]`.split('\n');

describe('a broken statement among good ones', () => {
  const mistakes = Object.values(table)
    .flat()
    .filter(([source]) => !source.includes('/*') && !source.includes('\nlatent'));

  it.each(mistakes)('%s leaves the others whole', (source, code) => {
    const { text } = unmark(source);
    for (const place of [1, 5, good.length]) {
      const before = good.slice(0, place);
      const after = good.slice(place);
      const whole = [...before, text, ...after].join('\n');
      const { tree, diagnostics } = parse(whole);
      expect(diagnostics.map((d) => d.code)).toEqual([code]);
      const isGood = (start: number, end: number) => good.includes(whole.slice(start, end));
      const survived = tree.statements.filter((s) => !s.broken && isGood(s.span.start, s.span.end));
      expect(survived.map((s) => whole.slice(s.span.start, s.span.end))).toEqual(good);
    }
  });
});

describe('two mistakes are two messages', () => {
  it('in one statement', () => {
    expectDiagnostics(diagnose, 'latent z ~ Normal(0,«,» 1 + «)»', [
      {
        code: 'expected-argument',
        message: 'Expected an argument between `,` and `,`: write one or remove the comma.',
      },
      { code: 'expected-value', message: 'Expected a value after `+`, found `)`.' },
    ]);
  });

  it('in two', () => {
    expectDiagnostics(diagnose, 'latent z ~ Normal«(»0, 1\n«latnet» y ~ Normal(0, 1)', [
      { code: 'unclosed-bracket', message: '`(` is never closed: add `)` after the last argument.' },
      { code: 'misspelled-keyword', message: '`latnet` starts no statement; did you mean `latent`?' },
    ]);
  });
});

describe('no mistake at all', () => {
  it.each([
    'latent z ~ Normal(0, 1) latent y ~ Normal(z, 1)',
    'fit em',
    'fit em()',
    'fit em(steps = 100, rate: 0.1)',
    'data x from "f.csv"',
    'data x from "f.csv" columns a, "two words"',
    'observed x | z[t-1], k ~ Normal(z[t-1], 1)',
    'latent z ~ Normal(mean: 0, sd = 1)',
    'latent z ~ Bernoulli(case k { a: 1, else: 0, })',
    'latent z ~ Bernoulli(case k { else: 1, a: 0 })',
    'let a = - - -b ^ -2 ^ c',
    'view x[2] in [-1, 1]',
    '',
    '\uFEFF// only a comment',
  ])('%j', (text) => {
    expectDiagnostics(diagnose, text, []);
  });
});
