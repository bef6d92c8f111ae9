//! Names of cities that were written by hand, because neither CLDR nor GeoNames has them: large cities, and those of the
//! example.

use anyhow::{Result, bail};

use super::by_hand::parts;
use super::cldr::Names;

/// The country, GeoNames' own name, and the names by language. A name that another source has goes before it.
const WRITTEN: &str = "\
BD Chattogram | ar=شيتاغونغ fa=چیتاگنگ
BR Aracaju | fa=آراکاژو ur=اراکاجو
BR Belo Horizonte | ar=بيلو هوريزونتي fa=بلو هوریزونته ja=ベロオリゾンテ ur=بیلو ہوریزونٹے
BR Brasília | fa=برازیلیا
BR Campinas | fa=کامپیناس ur=کیمپیناس
BR Florianópolis | fa=فلوریانوپولیس ur=فلوریانوپولس
BR Goiânia | ar=غويانيا fa=گویانیا ur=گویانیا
BR Juiz de Fora | ar=جويز دي فورا fa=ژویز د فورا
BR Natal | fa=ناتال ur=ناتال
BR Porto Alegre | fa=پورتو آلگره
BR Rio de Janeiro | fa=ریو دو ژانیرو ur=ریو دے جینیرو
BR Santos | fa=سانتوس ur=سانتوس
CA Calgary | fa=کلگری ur=کیلگری
CA Charlottetown | ar=شارلوت تاون fa=شارلوت‌تاون ja=シャーロットタウン ur=شارلٹ ٹاؤن
CA Kingston | fa=کینگستون
CA Kitchener | ar=كيتشنر fa=کیچنر ja=キッチナー ur=کچنر
CA Mississauga | ar=ميسيساغا fa=میسیساگا ur=مسی ساگا
CA Montréal | fa=مونترال ur=مانٹریال
CA Ottawa | ar=أوتاوا fa=اتاوا ur=اوٹاوا
CA Québec | fa=شهر کبک
CA Saskatoon | fa=ساسکاتون ur=ساسکاٹون
CA Sherbrooke | fa=شربروک ur=شیربروک
CA Victoria | fa=ویکتوریا ja=ビクトリア
CA Windsor | fa=ویندزور ja=ウィンザー
CN Beijing | ur=بیجنگ
CN Bao'an | ja=宝安
CN Baoding | ja=保定
CN Baotou | ja=包頭
CN Changchun | fa=چانگچون ja=長春 ur=چانگچن
CN Changsha | fa=چانگشا ja=長沙 ur=چانگشا
CN Changzhou | ja=常州
CN Chengdu | fa=چنگدو ja=成都 ur=چینگدو
CN Chongqing | fa=چونگ‌چینگ ja=重慶 ur=چونگ چنگ
CN Dalian | fa=دالیان ja=大連 ur=دالیان
CN Dongguan | fa=دونگ‌گوان ja=東莞 ur=دونگ گوان
CN Foshan | fa=فوشان ja=仏山 ur=فوشان
CN Fuzhou | ja=福州
CN Guangzhou | fa=گوانگژو ja=広州 ur=گوانگژو
CN Guiyang | ja=貴陽
CN Haikou | ja=海口
CN Hangzhou | fa=هانگژو ja=杭州 ur=ہانگژو
CN Harbin | fa=هاربین
CN Hefei | ja=合肥
CN Huizhou | ja=恵州
CN Jinan | ja=済南
CN Kunming | fa=کونمینگ ja=昆明 ur=کونمنگ
CN Kunshan | ja=昆山
CN Lanzhou | ar=لانتشو ja=蘭州
CN Linyi | ja=臨沂
CN Nanchang | ja=南昌
CN Nanjing | fa=نانجینگ ja=南京 ur=نانجنگ
CN Nanning | ja=南寧
CN Nantong | ja=南通
CN Ningbo | ja=寧波
CN Qingdao | fa=چینگدائو ja=青島
CN Shantou | ja=汕頭
CN Shaoxing | ja=紹興
CN Shenyang | fa=شن‌یانگ ja=瀋陽 ur=شینیانگ
CN Shenzhen | fa=شنژن ja=深圳 ur=شینزین
CN Shijiazhuang | ja=石家荘
CN Suzhou | fa=سوژو ja=蘇州 ur=سوژو
CN Taiyuan | ja=太原
CN Tangshan | ja=唐山
CN Tianjin | fa=تیانجین ja=天津 ur=تیانجن
CN Wenzhou | ja=温州
CN Wuhan | fa=ووهان ja=武漢
CN Wuxi | ja=無錫
CN Xiamen | fa=شیامن ja=厦門 ur=شیامن
CN Xi’an | fa=شی‌آن ja=西安 ur=شیان
CN Yantai | ja=煙台
CN Zhengzhou | fa=ژنگژو ja=鄭州
CN Zhongshan | ja=中山
CN Zhuhai | ja=珠海
CN Zibo | ja=淄博
CO Cali | fa=کالی ur=کالی
DE Düsseldorf | fa=دوسلدورف
EC Quito | fa=کیتو
EG Giza | fa=جیزه ur=جیزہ
FI Turku | fa=تورکو ur=تورکو
FR Bordeaux | fa=بوردو
FR Lyon | ur=لیون
FR Marseille | ar=مرسيليا
FR Nice | fa=نیس ur=نیس
FR Orléans | fa=اورلئان
FR Rouen | ar=روان fa=روآن
GB Belfast | fa=بلفاست
GB Cardiff | fa=کاردیف
GB Glasgow | ar=غلاسكو fa=گلاسکو ur=گلاسگو
GB Leeds | fa=لیدز
GB Liverpool | fa=لیورپول ur=لیورپول
GB Manchester | fa=منچستر
GB Sheffield | ar=شفيلد fa=شفیلد
GH Kumasi | fa=کوماسی ur=کماسی
ID Bandung | fa=باندونگ
ID Bekasi | fa=بکاسی ur=بکاسی
ID Medan | ar=ميدان fa=مدان ur=میدان
ID Surabaya | fa=سورابایا ur=سورابایا
IN Ahmedabad | fa=احمدآباد ur=احمد آباد
IN Bengaluru | fa=بنگلور ur=بنگلور
IN Chennai | fa=چنای ur=چنئی
IN Delhi | fa=دهلی ur=دہلی
IN Hyderabad | ar=حيدر آباد fa=حیدرآباد ur=حیدرآباد
IN Jaipur | fa=جیپور
IN Kanpur | ar=كانبور fa=کانپور ur=کانپور
IN Lucknow | fa=لکنو
IN Mumbai | ur=ممبئی
IN Nagpur | fa=ناگپور ur=ناگپور
IN Pune | fa=پونا
IN Surat | ar=سورت fa=سورت ur=سورت
IR Mashhad | fa=مشهد
IT Milan | fa=میلان ur=میلان
JP Nagoya | fa=ناگویا ur=ناگویا
JP Osaka | fa=اوساکا ur=اوساکا
JP Yokohama | fa=یوکوهاما ur=یوکوہاما
KR Busan | fa=بوسان ja=釜山 ur=بوسان
KR Daegu | ar=دايغو fa=دگو ja=大邱
KR Incheon | fa=اینچئون ja=仁川 ur=انچیون
LB Tyre | fa=صور ur=صور
NG Abuja | fa=آبوجا ur=ابوجا
NG Ibadan | fa=ایبادان ur=ابادان
NG Kano | fa=کانو ur=کانو
NG Port Harcourt | fa=پورت هارکورت
PH Quezon City | ar=مدينة كويزون fa=کزون سیتی ja=ケソン ur=کویزون شہر
PK Faisalabad | fa=فیصل‌آباد ur=فیصل آباد
PK Gujranwala | ar=غوجرانوالا fa=گوجرانواله ja=グジュラーンワーラー ur=گوجرانوالہ
PK Lahore | fa=لاهور ur=لاہور
PK Multan | ar=ملتان fa=مولتان ur=ملتان
PK Peshawar | fa=پیشاور ur=پشاور
PK Rawalpindi | fa=راولپندی ur=راولپنڈی
PS Ramallah | fa=رام‌الله ja=ラマッラー ur=رام اللہ
QA Doha | fa=دوحه ur=دوحہ
SA Jeddah | fa=جده
SE Gothenburg | ar=غوتنبرغ fa=گوتنبرگ ur=گوتھنبرگ
SE Helsingborg | fa=هلسینگبورگ
SE Malmö | fa=مالمو ur=مالمو
SY Aleppo | ur=حلب
TR Adana | ar=أضنة fa=آدانا
TR Ankara | ur=انقرہ
TR Bursa | fa=بورسا ur=بورصہ
TR Gaziantep | fa=غازی‌عنتاب ur=غازی عینتاب
TR İzmir | ur=ازمیر
TR Şanlıurfa | ar=شانلي أورفا fa=شانلی‌اورفا ja=シャンルウルファ ur=شانلی اورفہ
TW Kaohsiung | ja=高雄
TW New Taipei City | ja=新北
TW Taichung | ja=台中
US Albuquerque | fa=آلبوکرکی ur=البوکرک
US Brooklyn | fa=بروکلین ja=ブルックリン ur=بروکلن
US Dallas | ar=دالاس fa=دالاس
US Houston | fa=هیوستون ur=ہیوسٹن
US Oakland | fa=اوکلند
US Portland | ar=بورتلاند fa=پورتلند ur=پورٹلینڈ
US Queens | ar=كوينز fa=کوئینز ja=クイーンズ ur=کوئینز
US San Francisco | ur=سان فرانسسکو
US Washington | ar=واشنطن fa=واشنگتن ja=ワシントン ur=واشنگٹن
VN Haiphong | ar=هايفونغ fa=های‌فونگ
VN Hanoi | fa=هانوی
ZA Durban | fa=دوربان
ZA Pretoria | fa=پرتوریا
";

/// The names written for a city, given the code of its country and GeoNames' own name.
pub fn names(country: &str, own: &str) -> Names {
    let of_city = cities().filter(|(city, _)| *city == (country, own));
    let names = of_city.flat_map(|(_, names)| parts(names));
    names
        .map(|(language, name)| (language.to_owned(), name.to_owned()))
        .collect()
}

/// Whether names were written for a city.
pub fn has(country: &str, own: &str) -> bool {
    cities().any(|(city, _)| city == (country, own))
}

/// Says of which city there is none that is called so.
///
/// # Errors
/// There is no such city: somebody mistyped it.
pub fn check(is_known: impl Fn(&str, &str) -> bool) -> Result<()> {
    for ((country, own), _) in cities() {
        if !is_known(country, own) {
            bail!("GeoNames has no city {own} in {country}");
        }
    }
    Ok(())
}

/// Country and name, and the list of names.
fn cities() -> impl Iterator<Item = ((&'static str, &'static str), &'static str)> {
    let lines = WRITTEN.lines().filter_map(|line| line.split_once(" | "));
    lines.filter_map(|(city, names)| Some((city.split_once(' ')?, names)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_city_with_names() {
        let mut last = ("", "");
        for line in WRITTEN.lines() {
            let (city, list) = line.split_once(" | ").unwrap();
            let city = city.split_once(' ').unwrap();
            assert!(last != city && last.0 <= city.0, "{line}: not in order");
            assert!(city.0.len() == 2 && !parts(list).is_empty(), "{line}");
            last = city;
        }
        assert_eq!(names("US", "Washington")["ja"], "ワシントン");
        assert!(names("GB", "Washington").is_empty());
    }

    #[test]
    fn a_city_that_geonames_lacks_is_a_mistake() {
        assert!(check(|_, _| true).is_ok());
        assert!(check(|_, own| own != "Washington").is_err());
    }
}
