import { cities, givenNames, type Locale, lines, surnames, trades, words } from './locale';

export const KR: Locale = {
  country: 'KR',
  countryNames: ['Südkorea', 'KR', 'Korea', 'South Korea', '대한민국'],
  currency: 'KRW',
  callingCode: '82',
  trunk: '0',
  mobile: '10 5550####',
  cities: cities(`
    Seoul=서울 | Söul | Seoul | 04### | 2 5550####
    Busan=부산 | Pusan | Busan | 48### | 51 5550###
    Incheon=인천 | Inchon | Incheon | 21### | 32 5550###
    Daegu=대구 | Taegu | Daegu | 41### | 53 5550###
    Changwon=창원 || Gyeongsangnam-do | 51### | 55 5550###
    Suwon=수원 || Gyeonggi-do | 16### | 31 5550###
    Ulsan=울산 |  | Ulsan | 44### | 52 5550###
    Daejeon=대전 | Taejon | Daejeon | 34### | 42 5550###
    Gwangju=광주 | Kwangju | Gwangju | 61### | 62 5550###
    Pohang=포항 |  | Gyeongsangbuk-do | 37### | 54 5550###
    Gimhae=김해 | Kimhae | Gyeongsangnam-do | 50### | 55 5550###
    Ansan=안산 |  | Gyeonggi-do | 15### | 31 5550###
  `),
  streets: lines(`
    # Teheran-ro
    # Gongdan-ro
    # Saneop-daero
    # Jungang-ro
    # Haean-ro
    # Digital-ro
  `),
  maleNames: givenNames(`
    Min-jun=민준:Minjun,Min_Jun Ji-hoon=지훈:Jihoon,Ji_Hun Sung-min=성민:Sungmin,Seong-min Hyun-woo=현우:Hyunwoo,Hyeon-u
    Dong-hyun=동현:Donghyun Jae-hyun=재현:Jaehyun,Jae-hyeon Young-ho=영호:Youngho,Yeong-ho Sang-woo=상우:Sangwoo
    Joon-ho=준호:Junho,Jun-ho Tae-yang=태양:Taeyang Kyung-soo=경수:Kyungsoo,Gyeong-su
  `),
  femaleNames: givenNames(`
    Ji-woo=지우:Jiwoo,Ji_U Seo-yeon=서연:Seoyeon,Suh-yeon Min-ji=민지:Minji Soo-jin=수진:Soojin,Su-jin Eun-ji=은지:Eunji,Eun_Ji
    Hye-jin=혜진:Hyejin Yoo-jin=유진:Yujin,Yoojin Mi-kyung=미경:Mikyung,Mi-gyeong Bo-ram=보람:Boram Ha-eun=하은:Haeun
  `),
  surnames: surnames(`
    Kim=김:Gim Lee=이:Yi,Rhee,Li Park=박:Bak,Pak Choi=최:Choe Jung=정:Jeong,Chung Kang=강:Gang Cho=조:Jo Yoon=윤:Yun
    Jang=장:Chang Lim=임:Im,Rim Han=한 Oh=오:O Seo=서:Suh Shin=신:Sin Kwon=권:Gwon Hwang=황 Ahn=안:An Song=송
  `),
  brandWords: words(
    'Daehan=대한 Hanil=한일 Samjin=삼진 Dongbu=동부 Sejong=세종 Haedong=해동 Taekwang=태광 Woosung=우성',
  ),
  trades: trades(`
    Precision=정밀 || Machinery
    Machinery=기계 || Machinery
    Heavy Industries=중공업 || Machinery
    Electronics=전자 || Electrical
    Chemical=화학 || Chemicals
    Metal=금속 || Metal
    Foods=식품 || Food
  `),
  legalForms: [
    ['Co., Ltd.', 'Co. Ltd', 'Co.,Ltd.', 'Corp.', ''],
    ['Corporation', 'Corp.', 'Corp', ''],
  ],
  familyPatterns: [],
  vat: '',
  roles: lines(`
    CEO
    Purchasing Manager
    Deputy General Manager
    Engineer
    Team Leader
    Production Manager
  `),
};
