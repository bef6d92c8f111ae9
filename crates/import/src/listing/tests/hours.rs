//! Hours as people write them beside a place: apart from one another, in words, over several entries.

use super::{check, check_line, refused};

#[test]
fn what_is_said_in_the_place_of_an_hour_is_no_place() {
    check_line(
        "Leeds: after Friday prayers, City Square",
        " Leeds|City Square",
    );
    check_line("Glasgow: at dusk, George Square", " Glasgow|George Square");
    check_line(
        "München: nach dem Freitagsgebet, Marienplatz",
        " München|Marienplatz",
    );
    check_line(
        "Lille : après la prière du vendredi, place Rihour",
        " Lille|place Rihour",
    );
    check_line("Nice : en soirée, place Masséna", " Nice|place Masséna");
    check_line(
        "Казань: после пятничной молитвы, площадь Тукая",
        " Казань|площадь Тукая",
    );
    check_line(
        "İzmir: Cuma namazından sonra Konak Meydanı",
        " İzmir|Konak Meydanı",
    );
    check_line("عمّان: بعد صلاة الجمعة، وسط البلد", " عمّان|وسط البلد");
    check_line("Bandung: ba'da Jumat, Gedung Sate", " Bandung|Gedung Sate");
}

#[test]
fn noon_stands_before_a_place() {
    check_line("Leeds: noon at City Hall", "T12:00 Leeds|City Hall");
    check_line(
        "Cali: mediodía en la Plazoleta",
        "T12:00 Cali|en la Plazoleta",
    );
    for line in [
        "Oakland: 11-1 at Oscar Grant Plaza",
        "Leeds: noon or so at City Hall",
    ] {
        let reading = super::listed(&format!("4.11.2023\n\n{line}"));
        assert!(reading.drafts.is_empty(), "{line}: {:?}", reading.drafts);
    }
}

#[test]
fn hours_of_many_tongues() {
    check_line(
        "Bursa: öğlen 12'de Kent Meydanı",
        "T12:00 Bursa|Kent Meydanı",
    );
    check_line("Adana: akşam 7, İnönü Parkı", "T19:00 Adana|İnönü Parkı");
    check_line(
        "İstanbul: saat 14.00'te Beyazıt Meydanı",
        "T14:00 İstanbul|Beyazıt Meydanı",
    );
    check_line(
        "Уфа: 14-00, Советская площадь",
        "T14:00 Уфа|Советская площадь",
    );
    check_line(
        "تونس: الثانية ظهرًا، شارع بورقيبة",
        "T14:00 تونس|شارع بورقيبة",
    );
    check_line("เชียงใหม่: 2 ทุ่ม ประตูท่าแพ", "T20:00 เชียงใหม่|ประตูท่าแพ");
    check_line("札幌：正午 大通公園", "T12:00 札幌|大通公園");
    check_line("東京：14時〜 渋谷ハチ公前", "T14:00 東京|渋谷ハチ公前");
    check_line(
        "Madrid: de 11 a 13, Plaza Mayor",
        "T11:00 Madrid|Plaza Mayor",
    );
}

#[test]
fn an_hour_in_words_is_not_guessed() {
    let reason =
        |words: &str| format!("“{words}” may be an hour that is not read; write it as 17:00");
    for (line, words) in [
        ("Leipzig: halb drei, Augustusplatz", "halb drei"),
        ("Bremen: um zwölf, Marktplatz", "um zwölf"),
        ("Leeds: half past two, Minster", "half past two"),
        ("Leeds: 6-8, Minster", "6-8"),
    ] {
        check(&format!("4.11.2023\n\n{line}"), &[&reason(words)]);
    }
}

#[test]
fn a_heading_has_the_hour_of_its_entries() {
    check(
        "Sobota 4. novembra 2023 o 17:00\nBratislava – Námestie SNP\nKošice – Hlavná ulica",
        &[
            "2023-11-04T17:00 Bratislava|Námestie SNP",
            "2023-11-04T17:00 Košice|Hlavná ulica",
        ],
    );
    check(
        "4 नवंबर 2023, शाम 6 बजे\nकोलकाता: धर्मतला\nदिल्ली: शाम 5 बजे, जंतर मंतर",
        &[
            "2023-11-04T18:00 कोलकाता|धर्मतला",
            "2023-11-04T17:00 दिल्ली|जंतर मंतर",
        ],
    );
    check(
        "الجمعة 3 نوفمبر 2023 بعد صلاة الجمعة\n\nالقاهرة: ميدان التحرير",
        &["2023-11-03 القاهرة|ميدان التحرير"],
    );
}

#[test]
fn a_part_of_the_day_counts_behind_a_unit_too() {
    for (line, expected) in [
        (
            "Budapest: du. 4 óra, Kossuth tér",
            "T16:00 Budapest|Kossuth tér",
        ),
        ("Praha: 4 hod. odpoledne, Letná", "T16:00 Praha|Letná"),
        (
            "Bratislava: 4 hod. popoludní, Námestie SNP",
            "T16:00 Bratislava|Námestie SNP",
        ),
        (
            "Stockholm: kl 4 em, Sergels torg",
            "T16:00 Stockholm|Sergels torg",
        ),
        ("Amsterdam: 7 uur 's avonds, Dam", "T19:00 Amsterdam|Dam"),
        ("Amsterdam: 7 uur in de avond, Dam", "T19:00 Amsterdam|Dam"),
        ("Amsterdam: 3 uur 's middags, Dam", "T15:00 Amsterdam|Dam"),
        (
            "Köln: 4 Uhr am Nachmittag, Heumarkt",
            "T16:00 Köln|Heumarkt",
        ),
        ("Уфа: 7 ч. вечера, площадь", "T19:00 Уфа|площадь"),
        (
            "Vilnius: 7 val. vakaro, Katedros aikštė",
            "T19:00 Vilnius|Katedros aikštė",
        ),
        (
            "Vilnius: 16 val. 30 min., Katedros aikštė",
            "T16:30 Vilnius|Katedros aikštė",
        ),
        (
            "Beograd: 18 časova, Trg Republike",
            "T18:00 Beograd|Trg Republike",
        ),
        (
            "Ljubljana: ob 16. uri, Kongresni trg",
            "T16:00 Ljubljana|Kongresni trg",
        ),
        ("Köln: 10 Uhr am Dom", "T10:00 Köln|am Dom"),
        ("Milano: alle 18 e 30, Duomo", "T18:30 Milano|Duomo"),
        (
            "Viterbo: ore 10 e 30, Piazza Verdi",
            "T10:30 Viterbo|Piazza Verdi",
        ),
        (
            "León: 3 y 30 de la tarde, Plaza Mayor",
            "T15:30 León|Plaza Mayor",
        ),
        ("Beograd: u 17 i 30, Slavija", "T17:30 Beograd|Slavija"),
        (
            "Quito: 9 a.m., del Parque Abdón a la Plaza",
            "T09:00 Quito|Parque Abdón",
        ),
        ("Скопје: во 18 часот, плоштад", "T18:00 Скопје|плоштад"),
        ("Երևան: ժամը 19:00, Հրապարակ", "T19:00 Երևան|Հրապարակ"),
        ("لاہور: دن 3 بجے، مال روڈ", "T15:00 لاہور|مال روڈ"),
    ] {
        check_line(line, expected);
    }
    for line in [
        "Leeds: half past six pm, City Square",
        "Nairobi: saa 10 jioni, Uhuru Park",
    ] {
        let reading = super::listed(&format!("4.11.2023\n\n{line}"));
        assert!(reading.drafts.is_empty(), "{line}: {:?}", reading.drafts);
    }
}

#[test]
fn an_hour_that_is_not_read_is_no_place() {
    for line in [
        "Stockholm: klockan fyra, Sergels torg",
        "Köln: um 5 vor 12, Heumarkt",
        "Leeds: 1900, City Square",
        "Amsterdam: om half drie, Dam",
        "Maastricht, Vrijthof – om half drie",
        "Leeds: 12 midnight, City Square",
        "İzmir: saat 18 30, Konak",
        "Leeds: 7pm–9, City Square",
    ] {
        let reading = super::listed(&format!("4.11.2023\n\n{line}"));
        assert!(reading.drafts.is_empty(), "{line}: {:?}", reading.drafts);
    }
    check_line("Αθήνα: 6μμ, Σύνταγμα", "T18:00 Αθήνα|Σύνταγμα");
    check_line(
        "Київ: 17:00, вул. Бельведерська, 49",
        "T17:00 Київ|вул. Бельведерська",
    );
}

#[test]
fn hours_before_their_cities_are_an_entry_each() {
    check(
        "4.11.2023\n\n11 Uhr Wismar und 14 Uhr Güstrow",
        &["2023-11-04T11:00 Wismar|", "2023-11-04T14:00 Güstrow|"],
    );
}

#[test]
fn words_without_an_hour_beside_one_are_no_place() {
    check_line(
        "Málaga: Por la tarde: 18.30, Plaza de la Constitución",
        "T18:30 Málaga|Plaza de la Constitución",
    );
    check_line(
        "Jakarta: 15.00 - selesai, Patung Kuda",
        "T15:00 Jakarta|Patung Kuda",
    );
    check_line(
        "Харків – о 13 годині – площа Свободи",
        "T13:00 Харків|площа Свободи",
    );
    check_line(
        "Greifswald: 12:00, Markt, anschl. Demo",
        "T12:00 Greifswald|Markt",
    );
}

#[test]
fn an_hour_in_two_languages_is_one() {
    check(
        "21 March 2027 / 21 mars 2027\n\nOttawa: 1 pm / 13 h, Parliament Hill\nGent: 11u / 11h, Zuidpark",
        &[
            "2027-03-21T13:00 Ottawa|Parliament Hill",
            "2027-03-21T11:00 Gent|Zuidpark",
        ],
    );
}

#[test]
fn an_hour_in_words_that_are_not_read_is_refused() {
    for (line, why) in [
        (
            "Zaragoza: entre las 12 y las 13h, Pilar",
            "may be two hours",
        ),
        (
            "Budapest: 16 és 18 óra között, Kossuth tér",
            "may be two hours",
        ),
        ("Lyon : 14 heures trente, Bellecour", "belong to its hour"),
        (
            "Ankara: 10.00'dan 12.00'ye kadar, Meydan",
            "belong to its hour",
        ),
        ("Torino: fra le 17 e le 19.30, piazza", "may be an hour"),
    ] {
        refused(&format!("11.3.2027\n\n{line}"), 0, why);
    }
}

#[test]
fn an_hour_in_parentheses_is_that_of_its_entry() {
    check(
        "4.11.2023, 18:00\n\nLjubljana – Prešernov trg\nKoper – Titov trg (17.00)\nCelje – Krekov trg (17:30)\nTrst, Italija – trg (12.11.)",
        &[
            "2023-11-04T18:00 Ljubljana|Prešernov trg",
            "2023-11-04T17:00 Koper|Titov trg",
            "2023-11-04T17:30 Celje|Krekov trg",
            "its last words name 2023-11-12, the heading “4.11.2023, 18:00” another day: write the day before its hour, or leave it out",
        ],
    );
}

#[test]
fn an_hour_alone_heads_the_entries_below() {
    check(
        "LOCAIS DE CONCENTRAÇÃO\n11 de Dezembro 2027\nPelas 10h\nBraga – manifestação, Arco da Porta Nova\nLisboa – concentração, Rossio\nPelas 10h30\nSetúbal – manifestação, Praça do Quebedo\n",
        &[
            "2027-12-11T10:00 Braga|Arco da Porta Nova",
            "2027-12-11T10:00 Lisboa|Rossio",
            "2027-12-11T10:30 Setúbal|Praça do Quebedo",
        ],
    );
}
