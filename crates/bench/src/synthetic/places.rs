//! The gazetteer's cities, to be drawn by size and named in their own scripts.

use super::tongues::Tongue;

/// A city.
pub struct Place<'a> {
    name: &'a str,
    /// ISO 3166-1 alpha-2.
    pub country: &'a str,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// IANA id.
    pub zone: &'a str,
    /// Its names in any script, folded, parted by tabs.
    others: &'a str,
}

/// All cities.
pub struct Places<'a> {
    all: Vec<Place<'a>>,
    /// For each the weights of those up to it, added up.
    weights: Vec<f64>,
}

impl<'a> Places<'a> {
    /// From the gazetteer's text: name, country, region, latitude, longitude, zone, population and other names, parted
    /// by tabs; other lines are left out.
    pub fn read(text: &'a str) -> Self {
        let (mut all, mut weights, mut sum) = (Vec::new(), Vec::new(), 0.0);
        for line in text.lines() {
            let mut fields = line.splitn(8, '\t');
            let mut field = || fields.next();
            let (name, country, _, lat, lon) = (field(), field(), field(), field(), field());
            let (zone, people, others) = (field(), field(), field());
            let degrees = |text: Option<&str>| text.and_then(|text| text.parse::<f64>().ok());
            let (Some(name), Some(country), Some(zone)) = (name, country, zone) else {
                continue;
            };
            let (Some(lat), Some(lon)) = (degrees(lat), degrees(lon)) else {
                continue;
            };
            // Many small towns together have as many events as a capital.
            sum += degrees(people).unwrap_or_default().max(1.0).sqrt();
            weights.push(sum);
            all.push(Place {
                name,
                country,
                lat,
                lon,
                zone,
                others: others.unwrap_or_default(),
            });
        }
        Self { all, weights }
    }

    /// The city at a share, 0 to 1, of all weights: the larger, the more often.
    pub fn by_size(&self, share: f64) -> &Place<'a> {
        let wanted = share * self.weights.last().copied().unwrap_or_default();
        let at = self.weights.partition_point(|weight| *weight <= wanted);
        &self.all[at.min(self.all.len() - 1)]
    }
}

impl<'a> Place<'a> {
    /// Its name in the script of a language, else in Latin letters.
    pub fn called_in(&self, tongue: &Tongue) -> &'a str {
        let own = |name: &&str| {
            name.chars()
                .all(|letter| (tongue.script)(letter) || letter == ' ')
        };
        self.others.split('\t').find(own).unwrap_or(self.name)
    }
}
