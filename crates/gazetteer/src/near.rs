//! Which places lie near a position: a grid of one degree, the places of each cell side by side.

use crate::distance::kilometres;
use crate::place::Place;

const COLUMNS: usize = 360;
const ROWS: usize = 180;

/// Kilometres from one degree of latitude to the next, a little less than anywhere.
const DEGREE: f64 = 110.0;

/// The places by cell.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    /// Where in `places` each cell begins; one more for the end.
    starts: Vec<u32>,
    places: Vec<u32>,
}

impl Grid {
    pub(crate) fn new(places: &[Place]) -> Self {
        let cell = |place: &Place| row(place.lat) * COLUMNS + column(place.lon);
        let mut order: Vec<u32> = (0..places.len() as u32).collect();
        order.sort_by_key(|at| cell(&places[*at as usize]));
        let mut starts = vec![0; ROWS * COLUMNS + 1];
        for place in places {
            starts[cell(place) + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        Self {
            starts,
            places: order,
        }
    }

    /// The nearest place that fits.
    pub(crate) fn nearest<'p>(
        &self,
        places: &'p [Place],
        lat: f64,
        lon: f64,
        fits: impl Fn(&Place) -> bool,
    ) -> Option<&'p Place> {
        // The whole globe last; what is found nearer than that is found without it.
        [30.0, 120.0, 500.0, 2_000.0, 21_000.0]
            .into_iter()
            .find_map(|km| {
                let near = self
                    .within(places, lat, lon, km)
                    .filter(|place| fits(place));
                near.map(|place| (kilometres(lat, lon, place.lat, place.lon), place))
                    .min_by(|(a, _), (b, _)| a.total_cmp(b))
                    .map(|(_, place)| place)
            })
    }

    /// The places within so many kilometres.
    pub(crate) fn within<'p>(
        &self,
        places: &'p [Place],
        lat: f64,
        lon: f64,
        km: f64,
    ) -> impl Iterator<Item = &'p Place> {
        let up = km / DEGREE;
        let rows = row(lat - up)..=row(lat + up);
        // A circle's widest part lies nearest to the pole, where degrees are narrow.
        let narrow = (lat.abs() + up).min(90.0).to_radians().cos();
        let across = up / narrow.max(1e-6);
        let columns = match across >= 180.0 {
            true => 0..COLUMNS,
            false => {
                let first = column(lon - across);
                let last = (lon + across).floor() - (lon - across).floor();
                first..first + (last as usize + 1).min(COLUMNS)
            }
        };
        rows.flat_map(move |row| columns.clone().map(move |column| (row, column % COLUMNS)))
            .flat_map(|(row, column)| {
                let cell = row * COLUMNS + column;
                let from = self.starts[cell] as usize;
                &self.places[from..self.starts[cell + 1] as usize]
            })
            .map(|at| &places[*at as usize])
            .filter(move |place| kilometres(lat, lon, place.lat, place.lon) <= km)
    }
}

fn row(lat: f64) -> usize {
    ((lat + 90.0).floor().max(0.0) as usize).min(ROWS - 1)
}

fn column(lon: f64) -> usize {
    ((lon + 180.0).rem_euclid(360.0).floor() as usize).min(COLUMNS - 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::{Gazetteer, kilometres};

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases / 4))]
        #[test]
        fn the_nearest_is_the_nearest(lat in -90.0..=90.0, lon in -180.0..=180.0) {
            let all = Gazetteer::embedded();
            let found = all.nearest(lat, lon).unwrap();
            let found = kilometres(lat, lon, found.lat, found.lon);
            for place in &all.places {
                prop_assert!(kilometres(lat, lon, place.lat, place.lon) >= found - 1e-9);
            }
        }
    }

    #[test]
    fn no_position_is_too_odd() {
        let all = Gazetteer::embedded();
        for (lat, lon) in [(f64::NAN, 0.0), (1e300, -1e300), (0.0, f64::INFINITY)] {
            let _ = all.nearest(lat, lon);
        }
        assert_eq!(&*all.nearest(0.0, 0.0).unwrap().country, "GH");
    }
}
