//! A UCUM expression taken apart: an exact factor and what it measures.
//!
//! Covers what laboratories report: metric prefixes on gram, mole, litre, metre, second, unit and katal, powers of
//! ten, per cent, times, and annotations or arbitrary units (`{copies}`, `[BU]`), which convert only into themselves.
//! The prefixes mega and giga are left out on purpose: `Mmol/L` and `G/L` are slips of the shift key.

use rust_decimal::Decimal;

/// A unit as a fraction of base units with the powers of what it measures.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Unit {
    up: i128,
    down: i128,
    /// Gram, mole, metre, second, enzyme unit.
    powers: [i8; 5],
    /// Annotations and arbitrary units with their powers, in order of their names.
    named: Vec<(String, i8)>,
}

const MASS: usize = 0;
const AMOUNT: usize = 1;
const LENGTH: usize = 2;
const TIME: usize = 3;
const ENZYME: usize = 4;

/// Name, factor, and what it measures. A litre is a cubic decimetre, so its length has power 3.
const METRIC: &[(&str, i128, i128, usize, i8)] = &[
    ("g", 1, 1, MASS, 1),
    ("mol", 1, 1, AMOUNT, 1),
    ("L", 1, 1_000, LENGTH, 3),
    ("l", 1, 1_000, LENGTH, 3),
    ("m", 1, 1, LENGTH, 1),
    ("s", 1, 1, TIME, 1),
    // Enzyme activity apart from mole per second: 1 U is 1 µmol/min, so 1 kat is 60,000,000 U (SI brochure, NC-IUB).
    ("U", 1, 1, ENZYME, 1),
    ("kat", 60_000_000, 1, ENZYME, 1),
];

/// Units that take no prefix.
const PLAIN: &[(&str, i128, i128, usize, i8)] = &[
    ("min", 60, 1, TIME, 1),
    ("h", 3_600, 1, TIME, 1),
    ("d", 86_400, 1, TIME, 1),
    ("wk", 604_800, 1, TIME, 1),
    // UCUM: a Julian year of 365.25 days, and a month of a twelfth of it.
    ("mo", 2_629_800, 1, TIME, 1),
    ("a", 31_557_600, 1, TIME, 1),
    ("%", 1, 100, TIME, 0),
];

const PREFIXES: &[(&str, i128, i128)] = &[
    ("k", 1_000, 1),
    ("d", 1, 10),
    ("c", 1, 100),
    ("m", 1, 1_000),
    ("u", 1, 1_000_000),
    ("n", 1, 1_000_000_000),
    ("p", 1, 1_000_000_000_000),
    ("f", 1, 1_000_000_000_000_000),
];

/// `None` for what this program does not know to be a unit.
pub(super) fn parse(code: &str) -> Option<Unit> {
    let mut whole = Unit::one();
    let (mut over, mut rest) = (false, code);
    if let Some(denominator) = rest.strip_prefix('/') {
        (over, rest) = (true, denominator);
    }
    loop {
        let end = end_of_factor(rest);
        let factor = atom(&rest[..end])?;
        whole = if over { whole.over(&factor)? } else { whole.by(&factor)? };
        let Some(sign) = rest[end..].chars().next() else { return Some(whole) };
        over = sign == '/';
        rest = &rest[end + 1..];
    }
}

/// Where the next `/` or `.` outside of braces stands.
fn end_of_factor(text: &str) -> usize {
    let mut braces = 0;
    for (at, letter) in text.char_indices() {
        match letter {
            '{' | '[' => braces += 1,
            '}' | ']' => braces -= 1,
            '/' | '.' if braces == 0 => return at,
            _ => {}
        }
    }
    text.len()
}

fn atom(text: &str) -> Option<Unit> {
    if let Some(power) = text.strip_prefix("10*").or_else(|| text.strip_prefix("10^")) {
        let power: u32 = power.parse().ok().filter(|power| *power <= 15)?;
        return Some(Unit { up: 10_i128.pow(power), ..Unit::one() });
    }
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let up: i128 = text.parse().ok().filter(|number| *number > 0)?;
        return Some(Unit { up, ..Unit::one() });
    }
    if (text.starts_with('{') && text.ends_with('}')) || (text.starts_with('[') && text.ends_with(']')) {
        return Some(Unit { named: vec![(text.to_owned(), 1)], ..Unit::one() });
    }
    let name = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let power = match &text[name.len()..] {
        "" => 1,
        digits => digits.parse::<u8>().ok().filter(|power| (1..=3).contains(power))?,
    };
    let one = metric(name)?;
    (1..power).try_fold(one.clone(), |product, _| product.by(&one))
}

fn metric(name: &str) -> Option<Unit> {
    let known = |table: &[(&str, i128, i128, usize, i8)], name: &str| {
        let (_, up, down, what, power) = table.iter().find(|(unit, ..)| *unit == name)?;
        let mut powers = [0; 5];
        powers[*what] = *power;
        Some(Unit { up: *up, down: *down, powers, named: Vec::new() })
    };
    known(PLAIN, name).or_else(|| known(METRIC, name)).or_else(|| {
        let prefixed = PREFIXES.iter().filter_map(|(prefix, up, down)| Some((name.strip_prefix(prefix)?, up, down)));
        prefixed.filter_map(|(unit, up, down)| known(METRIC, unit)?.scaled(*up, *down)).next()
    })
}

impl Unit {
    fn one() -> Self {
        Self { up: 1, down: 1, powers: [0; 5], named: Vec::new() }
    }

    fn scaled(mut self, up: i128, down: i128) -> Option<Self> {
        let (up, down) = (self.up.checked_mul(up)?, self.down.checked_mul(down)?);
        let common = common_divisor(up, down);
        (self.up, self.down) = (up / common, down / common);
        Some(self)
    }

    fn by(self, other: &Self) -> Option<Self> {
        self.joined(other, 1)?.scaled(other.up, other.down)
    }

    /// This unit in terms of the other.
    pub fn over(self, other: &Self) -> Option<Self> {
        self.joined(other, -1)?.scaled(other.down, other.up)
    }

    fn joined(mut self, other: &Self, sign: i8) -> Option<Self> {
        for (mine, theirs) in self.powers.iter_mut().zip(other.powers) {
            *mine = mine.checked_add(theirs * sign)?;
        }
        for (name, power) in &other.named {
            match self.named.iter_mut().find(|(mine, _)| mine == name) {
                Some((_, mine)) => *mine = mine.checked_add(power * sign)?,
                None => self.named.push((name.clone(), power * sign)),
            }
        }
        self.named.retain(|(_, power)| *power != 0);
        self.named.sort();
        Some(self)
    }

    /// Moles too many of the first unit.
    pub fn amount(&self) -> i8 {
        self.powers[AMOUNT]
    }

    /// Moles written as grams: `milligrams` of one mole.
    pub fn by_molar_mass(mut self, milligrams: i128, moles: i8) -> Option<Self> {
        self.powers[AMOUNT] = 0;
        self.powers[MASS] = self.powers[MASS].checked_add(moles)?;
        match moles {
            1 => self.scaled(milligrams, 1_000),
            -1 => self.scaled(1_000, milligrams),
            _ => None,
        }
    }

    /// `value` of this ratio of two units; `None` when they do not measure the same thing.
    pub fn times(&self, value: Decimal) -> Option<Decimal> {
        if self.powers != [0; 5] || !self.named.is_empty() {
            return None;
        }
        let up = Decimal::try_from_i128_with_scale(self.up, 0).ok()?;
        let down = Decimal::try_from_i128_with_scale(self.down, 0).ok()?;
        value.checked_mul(up)?.checked_div(down).map(|value| value.normalize())
    }
}

fn common_divisor(mut a: i128, mut b: i128) -> i128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}
