//! Names of large cities that were chosen by hand, because CLDR has none of them: which of the names in GeoNames is of
//! which language.

use anyhow::{Result, bail};

use super::cldr::Names;

/// The country, GeoNames' own name, and the names by language.
const CHOSEN: &str = "\
AT Graz | it=Graz ja=グラーツ
BE Antwerp | de=Antwerpen es=Amberes fr=Anvers it=Anversa pt=Antuérpia tr=Anvers fa=آنتورپ
BE Gent | en=Ghent es=Gante fr=Gand it=Gand pt=Gante
BR Rio de Janeiro | it=Rio de Janeiro es=Río de Janeiro ja=リオデジャネイロ
BR São Paulo | it=San Paolo ja=サンパウロ fa=سائوپائولو
CA Montréal | en=Montreal de=Montreal es=Montreal ja=モントリオール
CH Geneva | de=Genf en=Geneva es=Ginebra fr=Genève id=Jenewa it=Ginevra ja=ジュネーヴ pt=Genebra tr=Cenevre fa=ژنو
CH Bern | es=Berna fr=Berne it=Berna ja=ベルン pt=Berna fa=برن
CH Basel | es=Basilea fr=Bâle it=Basilea ja=バーゼル pt=Basileia fa=بازل
CN Beijing | de=Peking es=Pekín fr=Pékin it=Pechino ja=北京 pt=Pequim tr=Pekin fa=پکن
DE Dresden | es=Dresde fr=Dresde it=Dresda ja=ドレスデン
DE Frankfurt am Main | es=Fráncfort del Meno fr=Francfort-sur-le-Main it=Francoforte sul Meno pt=Frankfurt am Main fa=فرانکفورت
DE Hamburg | es=Hamburgo fr=Hambourg it=Amburgo ja=ハンブルク pt=Hamburgo fa=هامبورگ
DE Hannover | en=Hanover fr=Hanovre ja=ハノーファー
DE Köln | en=Cologne es=Colonia fr=Cologne it=Colonia ja=ケルン tr=Köln fa=کلن
DE Leipzig | it=Lipsia ja=ライプツィヒ
DE Munich | de=München es=Múnich fr=Munich it=Monaco di Baviera ja=ミュンヘン pt=Munique tr=Münih fa=مونیخ
DE Nuremberg | de=Nürnberg es=Núremberg fr=Nuremberg it=Norimberga ja=ニュルンベルク
DE Stuttgart | it=Stoccarda ja=シュトゥットガルト fa=اشتوتگارت
EG Alexandria | de=Alexandria es=Alejandría fr=Alexandrie it=Alessandria d'Egitto ja=アレクサンドリア pt=Alexandria tr=İskenderiye fa=اسکندریه
ES Barcelona | de=Barcelona fr=Barcelone it=Barcellona ja=バルセロナ pt=Barcelona tr=Barselona fa=بارسلونا
ES Sevilla | en=Seville fr=Séville it=Siviglia ja=セビリア pt=Sevilha
ES Valencia | fr=Valence ja=バレンシア fa=والنسیا
ES Zaragoza | fr=Saragosse it=Saragozza ja=サラゴサ
FR Bordeaux | es=Burdeos ja=ボルドー
FR Lyon | es=Lyon it=Lione ja=リヨン fa=لیون
FR Marseille | es=Marsella it=Marsiglia ja=マルセイユ pt=Marselha tr=Marsilya fa=مارسی
FR Nice | de=Nizza es=Niza it=Nizza ja=ニース tr=Nis
FR Strasbourg | de=Straßburg es=Estrasburgo it=Strasburgo ja=ストラスブール pt=Estrasburgo tr=Strazburg fa=استراسبورگ
FR Toulouse | it=Tolosa ja=トゥールーズ fa=تولوز
GB Edinburgh | es=Edimburgo fr=Édimbourg it=Edimburgo ja=エディンバラ pt=Edimburgo fa=ادینبرو
ID Bandung | ja=バンドン
IL Haifa | es=Haifa fr=Haïfa ja=ハイファ tr=Hayfa fa=حیفا
IL Tel Aviv | fr=Tel Aviv ja=テルアビブ fa=تل‌آویو
IN Delhi | fr=Delhi ja=デリー
IN Mumbai | ja=ムンバイ fa=بمبئی
IQ Mosul | fr=Mossoul it=Mossul ja=モースル tr=Musul fa=موصل
IR Isfahan | de=Isfahan es=Isfahán fr=Ispahan ja=エスファハーン fa=اصفهان
IT Bologna | es=Bolonia fr=Bologne ja=ボローニャ pt=Bolonha
IT Florence | de=Florenz es=Florencia fr=Florence it=Firenze ja=フィレンツェ pt=Florença tr=Floransa fa=فلورانس
IT Genoa | de=Genua es=Génova fr=Gênes it=Genova ja=ジェノヴァ pt=Génova tr=Cenova
IT Milan | de=Mailand es=Milán fr=Milan it=Milano ja=ミラノ pt=Milão tr=Milano
IT Naples | de=Neapel es=Nápoles fr=Naples it=Napoli ja=ナポリ pt=Nápoles tr=Napoli fa=ناپل
IT Palermo | fr=Palerme ja=パレルモ
IT Turin | es=Turín it=Torino ja=トリノ pt=Turim tr=Torino fa=تورین
IT Venice | de=Venedig es=Venecia fr=Venise it=Venezia ja=ヴェネツィア pt=Veneza tr=Venedik fa=ونیز
JP Fukuoka | ja=福岡
JP Hiroshima | ja=広島
JP Kyoto | es=Kioto ja=京都 pt=Quioto fa=کیوتو
JP Nagoya | ja=名古屋
JP Osaka | ja=大阪
JP Sapporo | ja=札幌
JP Yokohama | ja=横浜
LB Tripoli | de=Tripoli es=Trípoli fr=Tripoli it=Tripoli
NL Rotterdam | es=Róterdam ja=ロッテルダム fa=روتردام
NL The Hague | de=Den Haag es=La Haya fr=La Haye it=L'Aia ja=デン・ハーグ tr=Lahey fa=لاهه
PL Kraków | de=Krakau en=Kraków es=Cracovia fr=Cracovie it=Cracovia ja=クラクフ pt=Cracóvia fa=کراکوف
PL Wrocław | de=Breslau es=Breslavia it=Breslavia ja=ヴロツワフ
PT Porto | es=Oporto ja=ポルト
RU Saint Petersburg | de=Sankt Petersburg es=San Petersburgo fr=Saint-Pétersbourg id=Sankt Peterburg it=San Pietroburgo pt=São Petersburgo tr=Sankt Petersburg fa=سن پترزبورگ
SA Makkah | de=Mekka en=Mecca es=La Meca fr=La Mecque id=Mekkah it=La Mecca ja=メッカ pt=Meca tr=Mekke fa=مکه
SE Gothenburg | es=Gotemburgo fr=Göteborg it=Göteborg ja=ヨーテボリ pt=Gotemburgo
SY Aleppo | es=Alepo fr=Alep ja=アレッポ pt=Alepo tr=Halep fa=حلب
SY Homs | es=Homs ja=ホムス tr=Humus fa=حمص
TR Ankara | fr=Ankara ja=アンカラ fa=آنکارا
TR İzmir | de=Izmir es=Esmirna fr=Izmir it=Smirne ja=イズミル pt=Esmirna fa=ازمیر
US Boston | ja=ボストン fa=بوستون
US Philadelphia | es=Filadelfia fr=Philadelphie it=Filadelfia ja=フィラデルフィア pt=Filadélfia fa=فیلادلفیا
US San Francisco | ja=サンフランシスコ fa=سان فرانسیسکو
US Seattle | ja=シアトル fa=سیاتل
ZA Cape Town | de=Kapstadt es=Ciudad del Cabo fr=Le Cap it=Città del Capo ja=ケープタウン pt=Cidade do Cabo fa=کیپ‌تاون
";

/// The names chosen for a city, given the code of its country and what GeoNames calls it, its own name first.
///
/// # Errors
/// GeoNames has no such name of the city: somebody mistyped it.
pub fn chosen(country: &str, called: &[&str]) -> Result<Names> {
    let own = called.first().copied().unwrap_or_default();
    let mut names = Names::new();
    for line in CHOSEN.lines() {
        let Some((city, list)) = line.split_once(" | ") else {
            bail!("no city in “{line}”");
        };
        if city != format!("{country} {own}") {
            continue;
        }
        for (language, name) in parts(list) {
            if !called.contains(&name) {
                bail!("{city}: GeoNames does not call it {name} ({language}), but {called:?}");
            }
            names.insert(language.to_owned(), name.to_owned());
        }
    }
    Ok(names)
}

/// The languages and names of `de=Genf es=La Haya`: a name ends where the next language begins.
pub(super) fn parts(list: &str) -> Vec<(&str, &str)> {
    let mut parts: Vec<(&str, &str)> = Vec::new();
    let mut rest = list;
    while let Some((language, after)) = rest.split_once('=') {
        let next = after.find('=').and_then(|at| after[..at].rfind(' '));
        let (name, left) = match next {
            Some(at) => (&after[..at], &after[at + 1..]),
            None => (after, ""),
        };
        parts.push((language, name));
        rest = left;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_ends_where_the_next_language_begins() {
        assert_eq!(
            parts("es=La Haya fr=La Haye ja=ハーグ"),
            [("es", "La Haya"), ("fr", "La Haye"), ("ja", "ハーグ")]
        );
    }

    #[test]
    fn a_name_that_geonames_lacks_is_a_mistake() {
        let called = ["Gent", "Gante", "Ghent", "Gand"];
        assert_eq!(chosen("BE", &called).unwrap()["fr"], "Gand");
        assert!(chosen("US", &called).unwrap().is_empty());
        assert!(chosen("BE", &called[..2]).is_err());
    }
}
