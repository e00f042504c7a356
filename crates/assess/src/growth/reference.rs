//! Which table is read for a child, and what it says: z-scores, the values on a centile, and the height that a chart
//! speaks of.
//!
//! WHO 2006 is read through day 1856 as first published (WHO removed days 1827-1856 in August 2025; they lie between
//! its two references and are kept so that no child falls between them), WHO 2007 after it. CDC 2000 has two charts
//! between 24 and 36 months: the one that matches how the child was measured is read. Otherwise a length is turned into
//! a height, or back, by what the table says lies between them (WHO 0.7 cm; CDC 0.8 cm, Kuczmarski et al., NCHS Vital
//! Health Stat 11(246), 2002).

use std::fmt;
use std::sync::LazyLock;

use facts::Sex;
use include_dir::{Dir, include_dir};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::normal::z_of_share;
use super::score::{Child, Height, How, Index, WhyNot, Z};
use super::table::{By, Table, TableFault};
use super::zscore::{self, Lms};

/// All tables of one name, by index and sex.
#[derive(Clone)]
pub struct Reference {
    name: &'static str,
    tables: [[Vec<Table>; 2]; 5],
}

static GROWTH: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../assets/references/growth");

static REFERENCES: LazyLock<Vec<Reference>> = LazyLock::new(|| {
    let mut tables: Vec<Table> = shipped().into_iter().filter_map(|(_, table)| table.ok()).collect();
    tables.sort_by_key(|table| table.reference);
    tables.chunk_by(|a, b| a.reference == b.reference).filter_map(|same| Reference::of(same.to_vec())).collect()
});

static WHO: LazyLock<&'static Reference> = LazyLock::new(|| reference("who").unwrap_or(&NO_TABLES));
static NO_TABLES: Reference = Reference { name: "", tables: [const { [const { Vec::new() }; 2] }; 5] };

/// Every file of `assets/references/growth/*/`, read when the program was built.
fn shipped() -> Vec<(String, Result<Table, TableFault>)> {
    let files = GROWTH.dirs().flat_map(Dir::files);
    let texts = files.filter_map(|file| Some((file.path().to_string_lossy().into_owned(), file.contents_utf8()?)));
    texts.filter(|(path, _)| path.ends_with(".csv")).map(|(path, text)| (path, Table::read(text))).collect()
}

/// Every reference that ships, by name.
pub fn references() -> &'static [Reference] {
    &REFERENCES
}

/// `None` when no table has this name.
pub fn reference(name: &str) -> Option<&'static Reference> {
    references().iter().find(|reference| reference.name == name)
}

/// WHO 2006 and 2007: what is used where a protocol says nothing.
pub fn who() -> &'static Reference {
    &WHO
}

impl Reference {
    /// `None` when there are no tables, or they are not all of one name.
    pub fn of(tables: Vec<Table>) -> Option<Self> {
        let name = tables.first()?.reference;
        let mut reference = Self { name, ..NO_TABLES.clone() };
        for table in tables {
            if table.reference != name {
                return None;
            }
            reference.tables[table.index as usize][place(table.sex)?].push(table);
        }
        for tables in reference.tables.iter_mut().flatten() {
            tables.sort_by(|a, b| a.from_days.total_cmp(&b.from_days));
        }
        Some(reference)
    }

    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Last day of age that a table of the index has, both sexes apart; `None` when there is none, or none by age.
    pub fn ends_days(&self, index: Index, sex: Sex) -> Option<f64> {
        let by_age = |table: &&Table| table.index == index && table.sex == sex && matches!(table.by, By::Age { .. });
        self.tables().filter(by_age).map(|table| table.through_days).reduce(f64::max)
    }

    /// Every table of the reference, to name its editions and sources.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.tables.iter().flatten().flatten()
    }

    /// z-score of `value` (cm, kg, kg/m²). A height is first turned into what the chart speaks of: [`Self::height`].
    ///
    /// ```
    /// use assess::growth::{Child, How, Index, reference};
    /// let child = Child { sex: facts::Sex::Female, age_days: 0, how: How::Lying };
    /// let z = reference("cdc-2000").unwrap().z(Index::WeightForAge, child, 4.0).unwrap();
    /// assert_eq!((z.edition, (z.centile() * 10.0).round() / 10.0), ("CDC 2000", 90.3));
    /// ```
    ///
    /// # Errors
    /// [`WhyNot`] when the reference says nothing.
    pub fn z(&self, index: Index, child: Child, value: f64) -> Result<Z, WhyNot> {
        let (table, lms) = self.by_age(index, child)?;
        scored(table, lms, child, value)
    }

    /// z-score of a weight in kg for a height as [`Self::height`] gives it.
    ///
    /// # Errors
    /// [`WhyNot`] when the reference says nothing.
    pub fn weight_for_height(&self, child: Child, height: Height, kg: f64) -> Result<Z, WhyNot> {
        let table = self.table(Index::WeightForHeight, child, f64::from(child.age_days))?;
        scored(table, table.lms(height.cm()).ok_or(WhyNot::OutsideHeights)?, child, kg)
    }

    /// The length or height that the chart of this index speaks of. As measured where no chart says otherwise.
    pub fn height(&self, index: Index, child: Child, cm: Decimal) -> Option<Height> {
        let measured = (cm * Decimal::ONE_HUNDRED).round().to_i64()?;
        let table = self.table(index, child, f64::from(child.age_days));
        let correction = table.map_or(0, |table| match (child.how, table.measured) {
            (How::Standing, Some(How::Lying)) if f64::from(child.age_days) >= table.standing_from_days => {
                table.lying_longer_by
            }
            (How::Lying, Some(How::Standing)) => -table.lying_longer_by,
            _ => 0,
        });
        Some(Height(measured + correction))
    }

    /// The value with this z, in the unit of the chart; the inverse of [`Self::z`].
    ///
    /// # Errors
    /// [`WhyNot`] when the reference says nothing.
    pub fn value_at(&self, index: Index, child: Child, z: f64) -> Result<f64, WhyNot> {
        let (table, lms) = self.by_age(index, child)?;
        Ok(zscore::value(lms, table.tails(f64::from(child.age_days)), z))
    }

    /// Percent of the 95th centile: CDC's measure of severe obesity when the value is a BMI.
    ///
    /// # Errors
    /// [`WhyNot`] when the reference says nothing.
    pub fn percent_of_p95(&self, index: Index, child: Child, value: f64) -> Result<f64, WhyNot> {
        Ok(100.0 * value / self.value_at(index, child, z_of_share(0.95))?)
    }

    /// CDC's modified z, which keeps extreme values apart.
    ///
    /// # Errors
    /// [`WhyNot`] when the reference says nothing.
    pub fn modified_z(&self, index: Index, child: Child, value: f64) -> Result<f64, WhyNot> {
        self.by_age(index, child).map(|(_, lms)| zscore::modified(lms, value))
    }

    /// One line of a chart by age: `(age in days, value)` for every age that has a value, on the chart for standing
    /// children where there are two. `centile` is in percent.
    ///
    /// ```
    /// use assess::growth::{Index, who};
    /// let median = who().curve(Index::WeightForAge, facts::Sex::Female, 50.0, 0..=1);
    /// assert_eq!(median.iter().map(|(age, kg)| (*age, (kg * 1e4).round())).collect::<Vec<_>>(), [(0, 32322.0), (1, 31957.0)]);
    /// ```
    pub fn curve(
        &self,
        index: Index,
        sex: Sex,
        centile: f64,
        ages_days: impl IntoIterator<Item = i32>,
    ) -> Vec<(i32, f64)> {
        let z = z_of_share(centile / 100.0);
        let child = |age_days| Child { sex, age_days, how: How::Standing };
        ages_days.into_iter().filter_map(|age| Some((age, self.value_at(index, child(age), z).ok()?))).collect()
    }

    /// One line of the weight-for-height chart: `(cm, kg)`. The child's age and way of measuring choose the chart.
    pub fn curve_by_height(
        &self,
        child: Child,
        centile: f64,
        heights: impl IntoIterator<Item = Height>,
    ) -> Vec<(f64, f64)> {
        let (age, z) = (f64::from(child.age_days), z_of_share(centile / 100.0));
        let Ok(table) = self.table(Index::WeightForHeight, child, age) else { return Vec::new() };
        let point = |cm: f64| Some((cm, zscore::value(table.lms(cm)?, table.tails(age), z)));
        heights.into_iter().filter_map(|height| point(height.cm())).collect()
    }

    fn by_age(&self, index: Index, child: Child) -> Result<(&Table, Lms), WhyNot> {
        self.by_exact_age(index, child, f64::from(child.age_days))
    }

    /// For published values at ages that are no whole days.
    pub(super) fn by_exact_age(&self, index: Index, child: Child, age: f64) -> Result<(&Table, Lms), WhyNot> {
        let table = self.table(index, child, age)?;
        let lms = table.place_of_age(age).and_then(|x| table.lms(x));
        Ok((table, lms.ok_or(WhyNot::OutsideAges)?))
    }

    /// The table that matches how the child was measured, otherwise the first that covers the age.
    pub(super) fn table(&self, index: Index, child: Child, age_days: f64) -> Result<&Table, WhyNot> {
        let place = place(child.sex).ok_or(WhyNot::SexUnknown)?;
        let covering = || self.tables[index as usize][place].iter().filter(|table| table.covers(age_days));
        let fits = |table: &&Table| table.measured.is_none_or(|how| how == child.how);
        covering().find(fits).or_else(|| covering().next()).ok_or(WhyNot::OutsideAges)
    }
}

fn scored(table: &Table, lms: Lms, child: Child, value: f64) -> Result<Z, WhyNot> {
    if value.is_nan() || value <= 0.0 {
        return Err(WhyNot::NotPositive);
    }
    let z = zscore::z(lms, table.tails(f64::from(child.age_days)), value);
    let by_lms = zscore::by_lms(lms, value);
    Ok(Z { z, by_lms, index: table.index, reference: table.reference, edition: table.edition })
}

fn place(sex: Sex) -> Option<usize> {
    match sex {
        Sex::Female => Some(0),
        Sex::Male => Some(1),
        Sex::Undifferentiated | Sex::Unknown => None,
    }
}

/// A reference is its name.
impl PartialEq for Reference {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Reference {}

impl fmt::Debug for Reference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Reference").field(&self.name).finish()
    }
}

/// The length or height that WHO's chart of this age speaks of.
pub fn height_for_reference(cm: Decimal, how: How, age_days: i32) -> Option<Height> {
    // The same for both sexes.
    who().height(Index::HeightForAge, Child { sex: Sex::Female, age_days, how }, cm)
}

/// z-score of `value` (cm, kg, kg/m²) at `age_days` by WHO.
///
/// ```
/// use assess::growth::{Index, z};
/// use facts::Sex;
/// // A newborn girl of the median weight.
/// assert!(z(Index::WeightForAge, Sex::Female, 0, 3.2322).unwrap().z.abs() < 1e-9);
/// ```
///
/// # Errors
/// [`WhyNot`] when the references say nothing.
pub fn z(index: Index, sex: Sex, age_days: i32, value: f64) -> Result<Z, WhyNot> {
    who().z(index, Child { sex, age_days, how: How::Standing }, value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_that_ships_is_a_table() {
        let faults: Vec<_> = shipped().into_iter().filter_map(|(path, table)| Some((path, table.err()?))).collect();
        assert!(faults.is_empty(), "{faults:?}");
        let names: Vec<&str> = references().iter().map(Reference::name).collect();
        assert_eq!(names, ["cdc-2000", "who"]);
        assert_eq!(shipped().len(), 14 + 22);
    }

    #[test]
    fn a_tenth_of_a_millimetre_is_not_lost_to_binary() {
        let height = height_for_reference("103.1".parse().unwrap(), How::Lying, 800).unwrap();
        assert_eq!(height, Height(10_240));
    }

    #[test]
    fn length_and_height_are_turned_into_each_other_where_who_and_cdc_say_so() {
        let cdc = reference("cdc-2000").unwrap();
        for (reference, age_days, how, correction) in [
            (who(), 730, How::Standing, 70),
            (who(), 731, How::Lying, -70),
            (who(), 274, How::Standing, 70),
            // Under nine months nobody stands.
            (who(), 273, How::Standing, 0),
            (who(), 730, How::Lying, 0),
            (who(), 1900, How::Lying, 0),
            (cdc, 700, How::Standing, 80),
            (cdc, 900, How::Lying, 0),
            (cdc, 900, How::Standing, 0),
            (cdc, 1200, How::Lying, -80),
        ] {
            let child = Child { sex: Sex::Male, age_days, how };
            let height = reference.height(Index::HeightForAge, child, Decimal::from(90)).unwrap();
            assert_eq!(height, Height(9_000 + correction), "{} {age_days} {how:?}", reference.name());
        }
        // CDC's BMI is about standing children, also where a chart for lying ones exists.
        let lying = Child { sex: Sex::Male, age_days: 900, how: How::Lying };
        assert_eq!(cdc.height(Index::BmiForAge, lying, Decimal::from(90)), Some(Height(8_920)));
    }

    #[test]
    fn a_national_reference_is_a_dropped_file() {
        let file = "# reference: here-2030\n# edition: Here 2030\n# index: weight-for-age\n# sex: male\n# by: year\n\
                    # ages: 0..18 year\n# unit: kg\n# tails: restricted\n# source: made up for this test\n\
                    x,L,M,S\n0,1,3,0.1\n10,1,33,0.1\n18,1,63,0.1\n";
        let here = Reference::of(vec![Table::read(file).unwrap()]).unwrap();
        let boy = Child { sex: Sex::Male, age_days: 1826, how: How::Standing };
        let z = here.z(Index::WeightForAge, boy, 19.8).unwrap();
        // Five years less a quarter of a day: the median is a little under 18.
        assert!((z.z - 1.0).abs() < 0.002, "{z:?}");
        assert_eq!((z.edition, here.name()), ("Here 2030", "here-2030"));
        let girl = Child { sex: Sex::Female, ..boy };
        assert_eq!(here.z(Index::WeightForAge, girl, 19.8), Err(WhyNot::OutsideAges));
        assert_eq!(here.z(Index::HeightForAge, boy, 110.0), Err(WhyNot::OutsideAges));
    }

    #[test]
    fn the_curve_through_a_value_has_its_z() {
        for reference in references() {
            for index in [Index::HeightForAge, Index::WeightForAge, Index::BmiForAge, Index::HeadForAge] {
                for (centile, z) in [(3.0, -1.880_794), (50.0, 0.0), (97.0, 1.880_794), (99.9, 3.090_232)] {
                    for (age_days, value) in reference.curve(index, Sex::Female, centile, (0..6_900).step_by(97)) {
                        let child = Child { sex: Sex::Female, age_days, how: How::Standing };
                        let got = reference.z(index, child, value).unwrap().z;
                        assert!((got - z).abs() < 1e-6, "{} {index:?} {age_days} {centile}: {got}", reference.name());
                    }
                }
            }
        }
    }

    #[test]
    fn whoever_has_no_chart_is_told_why() {
        let child = Child { sex: Sex::Female, age_days: 400, how: How::Lying };
        assert_eq!(z(Index::HeadForAge, Sex::Female, 1_900, 51.0), Err(WhyNot::OutsideAges));
        assert_eq!(z(Index::WeightForAge, Sex::Unknown, 400, 9.0), Err(WhyNot::SexUnknown));
        assert_eq!(z(Index::WeightForAge, Sex::Female, -1, 9.0), Err(WhyNot::OutsideAges));
        assert_eq!(z(Index::WeightForAge, Sex::Female, 400, f64::NAN), Err(WhyNot::NotPositive));
        assert_eq!(who().weight_for_height(child, Height(4_400), 2.4), Err(WhyNot::OutsideHeights));
    }
}
