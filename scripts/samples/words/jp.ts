import { cities, givenNames, type Locale, lines, surnames, trades, words } from './locale';

export const JP: Locale = {
  country: 'JP',
  countryNames: ['Japan', 'JP', '日本'],
  currency: 'JPY',
  callingCode: '81',
  trunk: '0',
  mobile: '90 5550####',
  cities: cities(`
    Tokyo=東京都 | Tōkyō,Tokio | Tokyo | 10#-00## | 3 5550####
    Osaka=大阪市 | Ōsaka | Osaka | 53#-00## | 6 5550####
    Nagoya=名古屋市 || Aichi | 45#-00## | 52 555####
    Yokohama=横浜市 || Kanagawa | 22#-00## | 45 555####
    Kobe=神戸市 | Kōbe | Hyogo | 65#-00## | 78 555####
    Hamamatsu=浜松市 || Shizuoka | 43#-00## | 53 555####
    Fukuoka=福岡市 || Fukuoka | 81#-00## | 92 555####
    Sakai=堺市 |  | Osaka | 59#-00## | 72 555####
    Hiroshima=広島市 |  | Hiroshima | 73#-00## | 82 555####
    Kyoto=京都市 | Kyōto | Kyoto | 60#-00## | 75 555####
    Niigata=新潟市 |  | Niigata | 95#-00## | 25 555####
    Sendai=仙台市 |  | Miyagi | 98#-00## | 22 555####
    Okayama=岡山市 |  | Okayama | 70#-00## | 86 555####
    Kawasaki=川崎市 |  | Kanagawa | 21#-00## | 44 555####
    Kitakyushu=北九州市 | Kitakyūshū | Fukuoka | 80#-00## | 93 555####
  `),
  streets: lines(`
    #-2-1 Honcho
    #-5-3 Chuo
    #-1-8 Minato
    #-3-12 Kitamachi
    #-4-2 Sakuragaoka
    #-7-6 Higashi
  `),
  maleNames: givenNames(`
    Taro=太郎:Tarō,Tarou Kenji=健二:Kenzi Hiroshi=浩 Takashi=隆 Satoshi=聡 Makoto=誠 Yuichi=雄一:Yūichi,Yuuichi Kazuo=和夫
    Daisuke=大輔 Shinji=真司:Sinji Kenta=健太 Ryo=亮:Ryō,Ryou Jun=純 Koji=浩二:Kōji,Kouji Masao=正夫 Naoki=直樹
  `),
  femaleNames: givenNames(`
    Yuko=裕子:Yūko,Yuuko Keiko=恵子 Akiko=明子 Haruka=遥 Naoko=直子 Megumi=恵 Yumi=由美 Sakura=さくら Emi=恵美 Mayumi=真由美
    Ayaka=彩香 Tomoko=智子 Hiromi=ひろみ
  `),
  surnames: surnames(`
    Yamada=山田 Sato=佐藤:Satō,Satoh,Satou Suzuki=鈴木 Takahashi=高橋 Tanaka=田中 Watanabe=渡辺:Watanebe Ito=伊藤:Itō,Itoh
    Nakamura=中村 Kobayashi=小林 Kato=加藤:Katō,Katoh Yoshida=吉田 Sasaki=佐々木 Yamaguchi=山口 Matsumoto=松本
    Inoue=井上:Inouye Kimura=木村 Hayashi=林 Saito=斎藤:Saitō,Saitoh Shimizu=清水:Simizu Mori=森 Ikeda=池田 Ono=小野:Ōno,Ohno
    Fujii=藤井 Okamoto=岡本 Hasegawa=長谷川
  `),
  brandWords: words(
    'Kansai=関西 Taiyo=太陽 Chubu=中部 Asahi=旭 Fuji=富士 Sanyo=山陽 Hokuto=北斗 Meiji=明治 Tokai=東海',
  ),
  trades: trades(`
    Seiki=精機 || Machinery
    Kikai=機械 || Machinery
    Kogyo=工業 || Machinery
    Seisakusho=製作所 || Metal
    Denki=電機 || Electrical
    Kagaku=化学 || Chemicals
    Shokuhin=食品 || Food
    Kinzoku=金属 || Metal
  `),
  legalForms: [
    ['Co., Ltd.', 'Co. Ltd', 'Co.,Ltd', 'K.K.', ''],
    ['K.K.', 'KK', 'Kabushiki Kaisha', 'Co., Ltd.', ''],
  ],
  familyPatterns: ['{s}'],
  vat: '',
  roles: lines(`
    President
    Purchasing Manager
    Section Chief
    Engineer
    General Affairs
    Factory Manager
  `),
};
