//! Cities' names in Arabic: GeoNames has them, but does not say which language a name is of.

use fold::fold;

/// Names of large cities for which GeoNames has several, or none.
const NAMED: &[(&str, &str, &str)] = &[
    ("TR", "Istanbul", "إسطنبول"),
    ("NG", "Lagos", "لاغوس"),
    ("IN", "Mumbai", "مومباي"),
    ("PK", "Karachi", "كراتشي"),
    ("IN", "Delhi", "دلهي"),
    ("CN", "Wuhan", "ووهان"),
    ("BD", "Dhaka", "دكا"),
    ("KR", "Seoul", "سيول"),
    ("JP", "Tokyo", "طوكيو"),
    ("EG", "Cairo", "القاهرة"),
    ("ZA", "Johannesburg", "جوهانسبرغ"),
    ("GB", "London", "لندن"),
    ("VN", "Hanoi", "هانوي"),
    ("CN", "Beijing", "بكين"),
    ("PE", "Lima", "ليما"),
    ("CO", "Bogotá", "بوغوتا"),
    ("HK", "Hong Kong", "هونغ كونغ"),
    ("IR", "Tehran", "طهران"),
    ("BR", "Rio de Janeiro", "ريو دي جانيرو"),
    ("IN", "Ahmedabad", "أحمد آباد"),
    ("CI", "Abidjan", "أبيدجان"),
    ("AU", "Sydney", "سيدني"),
    ("TZ", "Dar es Salaam", "دار السلام"),
    ("EG", "Alexandria", "الإسكندرية"),
    ("SA", "Jeddah", "جدة"),
    ("IN", "Kolkata", "كلكتا"),
    ("IT", "Rome", "روما"),
    ("IT", "Milan", "ميلانو"),
    ("DE", "Munich", "ميونخ"),
    ("DE", "Köln", "كولونيا"),
    ("ES", "Barcelona", "برشلونة"),
    ("DZ", "Algiers", "الجزائر"),
    ("MA", "Tangier", "طنجة"),
    ("MA", "Casablanca", "الدار البيضاء"),
    ("LY", "Tripoli", "طرابلس"),
    ("TR", "Ankara", "أنقرة"),
    ("TR", "İzmir", "إزمير"),
    ("TR", "Bursa", "بورصة"),
    ("TR", "Konya", "قونية"),
    ("RO", "Bucharest", "بوخارست"),
    ("UA", "Odesa", "أوديسا"),
    ("SA", "Riyadh", "الرياض"),
    ("SO", "Mogadishu", "مقديشو"),
    ("SD", "Khartoum", "الخرطوم"),
    ("SD", "Khartoum North", "الخرطوم بحري"),
    ("SD", "Port Sudan", "بورتسودان"),
    ("SD", "Kassala", "كسلا"),
    ("SD", "El Obeid", "الأبيض"),
    ("AE", "Abu Dhabi", "أبوظبي"),
    ("AE", "Sharjah", "الشارقة"),
    ("AE", "Al Ain City", "العين"),
    ("AE", "Ajman", "عجمان"),
    ("AE", "Fujairah", "الفجيرة"),
    ("IQ", "Mosul", "الموصل"),
    ("IQ", "Karbala", "كربلاء"),
    ("IQ", "Najaf", "النجف"),
    ("MA", "Rabat", "الرباط"),
    ("MA", "Agadir", "أكادير"),
    ("MA", "Oujda", "وجدة"),
    ("SA", "Makkah", "مكة المكرمة"),
    ("SA", "Madinah", "المدينة المنورة"),
    ("SA", "Ta’if", "الطائف"),
    ("SA", "Jizan", "جازان"),
    ("JO", "Amman", "عمّان"),
    ("DZ", "Oran", "وهران"),
    ("DZ", "Batna", "باتنة"),
    ("DZ", "Djelfa", "الجلفة"),
    ("DZ", "Sétif", "سطيف"),
    ("DZ", "Biskra", "بسكرة"),
    ("DZ", "Chlef", "الشلف"),
    ("SY", "Homs", "حمص"),
    ("SY", "Ţarţūs", "طرطوس"),
    ("SY", "Al Qāmishlī", "القامشلي"),
    ("EG", "Suez", "السويس"),
    ("EG", "Ismailia", "الإسماعيلية"),
    ("EG", "Al Fayyum", "الفيوم"),
    ("EG", "Qina", "قنا"),
    ("EG", "Madīnat an Naşr", "مدينة نصر"),
    ("EG", "6th of October City", "السادس من أكتوبر"),
    ("EG", "Al ‘Āshir min Ramaḑān", "العاشر من رمضان"),
    ("TN", "Tunis", "تونس"),
    ("TN", "Gabès", "قابس"),
    ("OM", "Seeb", "السيب"),
    ("OM", "Sohar", "صحار"),
    ("OM", "Şalālah", "صلالة"),
    ("LB", "Tripoli", "طرابلس"),
    ("LY", "Sirte", "سرت"),
    ("LY", "Al Khums", "الخمس"),
    ("LY", "Sabha", "سبها"),
    ("PS", "Nablus", "نابلس"),
    ("QA", "Lusail", "لوسيل"),
    ("IR", "Mashhad", "مشهد"),
    ("TR", "Gaziantep", "غازي عنتاب"),
    ("KE", "Nairobi", "نيروبي"),
    ("US", "Los Angeles", "لوس أنجلوس"),
    ("US", "Chicago", "شيكاغو"),
    ("CA", "Toronto", "تورونتو"),
    ("CA", "Montréal", "مونتريال"),
    ("AR", "Buenos Aires", "بوينس آيرس"),
    ("ES", "Madrid", "مدريد"),
    ("ZA", "Durban", "ديربان"),
    ("NG", "Ibadan", "إبادان"),
    ("AU", "Brisbane", "بريزبان"),
    ("JP", "Osaka", "أوساكا"),
    ("CU", "Havana", "هافانا"),
    ("UZ", "Tashkent", "طشقند"),
    ("MM", "Yangon", "يانغون"),
    ("SY", "Damascus", "دمشق"),
    ("IL", "Jerusalem", "القدس"),
    ("IL", "Tel Aviv", "تل أبيب"),
    ("IL", "Haifa", "حيفا"),
    ("EG", "Port Said", "بورسعيد"),
    ("SA", "Hafar Al-Batin", "حفر الباطن"),
    ("LB", "Ra’s Bayrūt", "رأس بيروت"),
    ("LB", "Tyre", "صور"),
    ("LB", "Nabatîyé et Tahta", "النبطية التحتا"),
    ("IQ", "As Samawah", "السماوة"),
    ("AO", "Luanda", "لواندا"),
    ("EG", "Al Ḩawāmidīyah", "الحوامدية"),
    ("TR", "Kayseri", "قيصري"),
];

/// The Arabic name of a city, given the code of its country and what else GeoNames calls it; none when several compete
/// that are not one name spelt with and without its marks.
pub fn arabic<'a>(
    country: &str,
    city: &str,
    others: impl Iterator<Item = &'a str>,
) -> Option<String> {
    let mut named = NAMED.iter();
    if let Some((_, _, name)) = named.find(|(within, name, _)| *within == country && *name == city)
    {
        return Some((*name).to_owned());
    }
    // Persian, Urdu and Kurdish have letters that Arabic has not.
    let letter = |c: char| matches!(c, '\u{621}'..='\u{63a}' | '\u{641}'..='\u{64a}' | ' ' | '-');
    let names = others.filter(|name| !name.is_empty() && name.chars().all(letter));
    let names: Vec<&str> = names.collect();
    let one = |name: &&str| fold(bare(name)) == fold(bare(names[0]));
    if !names.iter().all(one) {
        return None;
    }
    let best = names.iter().rev().max_by_key(|name| care(name))?;
    Some((*best).to_owned())
}

/// A name without its article.
fn bare(name: &str) -> &str {
    name.strip_prefix("ال").unwrap_or(name)
}

/// How carefully a name is spelt: with its article, its hamza at the start and its ة, and no ى for ي.
fn care(name: &str) -> usize {
    let hamza = bare(name).starts_with(['أ', 'إ']);
    let article = name.starts_with("ال");
    let last = name.ends_with('ة');
    let plain = !name.contains(['ى', 'ؤ', 'ئ']);
    [hamza, article, last, plain]
        .iter()
        .filter(|kept| **kept)
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_counts_when_there_is_no_other() {
        let check = |names: &[&str], expected: Option<&str>| {
            let found = arabic("XX", "Somewhere", names.iter().copied());
            assert_eq!(found.as_deref(), expected, "{names:?}");
        };
        check(&["Paris", "باريس", "پاریس"], Some("باريس"));
        check(&["ليون", "لیون"], Some("ليون"));
        check(&["بوجوتا", "بوغوتا"], None);
        check(&["Lyon"], None);
        check(&["غزه", "غزة"], Some("غزة"));
        check(&["قدس", "القدس"], Some("القدس"));
        check(&["دبى", "دبي"], Some("دبي"));
        check(&["اربيل", "أربيل", "إربيل"], Some("أربيل"));
    }

    #[test]
    fn some_cities_have_their_names_here() {
        let none = || std::iter::empty::<&str>();
        assert_eq!(arabic("LB", "Tripoli", none()).as_deref(), Some("طرابلس"));
        assert_eq!(arabic("US", "Tripoli", none()), None);
    }
}
