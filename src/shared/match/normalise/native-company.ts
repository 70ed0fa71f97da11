import { ascii } from './fold';

const table = (text: string): ReadonlyMap<string, string> => {
  const words = text.trim().split(/\s+/);
  const out = new Map<string, string>();
  for (let i = 0; i + 1 < words.length; i += 2) out.set(words[i]!, words[i + 1]!.replace('_', ' '));
  return out;
};

/** What Japanese companies are called by: trades, places, old names, as read. Facts from general knowledge. */
const JAPANESE = table(`
化学 kagaku 化成 kasei 電機 denki 電気 denki 電器 denki 電子 denshi 電工 denko 電装 denso 電力 denryoku 製作所 seisakusho 製造 seizo 工業 kogyo
興業 kogyo 鉱業 kogyo 工業所 kogyosho 精機 seiki 精密 seimitsu 精工 seiko 機械 kikai 機工 kiko 機器 kiki 金属 kinzoku 金型 kanagata 食品 shokuhin
産業 sangyo 商事 shoji 商会 shokai 商店 shoten 商社 shosha 建設 kensetsu 建築 kenchiku 建材 kenzai 工務店 komuten 運輸 unyu 運送 unso 物流 butsuryu
製薬 seiyaku 薬品 yakuhin 薬局 yakkyoku 物産 bussan 貿易 boeki 印刷 insatsu 鉄鋼 tekko 鉄工 tekko 鉄工所 tekkosho 製鋼 seiko 製鉄 seitetsu
自動車 jidosha 工機 koki 重機 juki 重工 juko 重工業 jukogyo 設備 setsubi 技研 giken 技術 gijutsu 研究所 kenkyusho 出版 shuppan 新聞 shimbun
繊維 seni 紡績 boseki 織物 orimono 倉庫 soko 海運 kaiun 航空 koku 鉄道 tetsudo 電鉄 dentetsu 交通 kotsu 銀行 ginko 証券 shoken 保険 hoken
不動産 fudosan 石油 sekiyu 水産 suisan 農産 nosan 農園 noen 酒造 shuzo 醸造 jozo 製菓 seika 製粉 seifun 製紙 seishi 製油 seiyu 製陶 seito
木材 mokuzai 造船 zosen 通信 tsushin 情報 joho 光学 kogaku 硝子 garasu 鋼管 kokan 鋼材 kozai 樹脂 jushi 塗料 toryo 包装 hoso 紙業 shigyo
乳業 nyugyo 百貨店 hyakkaten 本舗 honpo 組 gumi 堂 do 屋 ya 社 sha 支店 shiten 工場 kojo 営業所 eigyosho 本社 honsha
システム system ソフト soft テクノ techno エンジニアリング engineering サービス service ホールディングス holdings グループ group ゴム gomu
ガラス garasu セメント cement ガス gas ホテル hotel フーズ foods ケミカル chemical メタル metal ケア care
日本 nihon 東洋 toyo 大和 daiwa 富士 fuji 旭 asahi 朝日 asahi 三菱 mitsubishi 住友 sumitomo 三井 mitsui 日立 hitachi 東芝 toshiba 北斗 hokuto
大同 daido 大洋 taiyo 太陽 taiyo 太平洋 taiheiyo 太平 taihei 昭和 showa 明治 meiji 大正 taisho 平和 heiwa 共同 kyodo 共栄 kyoei 共立 kyoritsu
中央 chuo 第一 daiichi 丸善 maruzen 協和 kyowa 三和 sanwa 三光 sanko 三協 sankyo 新日本 shinnihon 新 shin 東亜 toa 日東 nitto 日産 nissan
日本橋 nihonbashi 関東 kanto 関西 kansai 中部 chubu 東海 tokai 東北 tohoku 北陸 hokuriku 北海道 hokkaido 北海 hokkai 九州 kyushu 四国 shikoku
中国 chugoku 瀬戸内 setouchi 山陽 sanyo 山陰 sanin 近畿 kinki 東京 tokyo 大阪 osaka 名古屋 nagoya 京都 kyoto 神戸 kobe 横浜 yokohama
福岡 fukuoka 札幌 sapporo 仙台 sendai 広島 hiroshima 浜松 hamamatsu 新潟 niigata 静岡 shizuoka 岡山 okayama 熊本 kumamoto 千葉 chiba 埼玉 saitama
川崎 kawasaki 長野 nagano 金沢 kanazawa 富山 toyama 豊田 toyota 堺 sakai 姫路 himeji 北九州 kitakyushu 長崎 nagasaki 鹿児島 kagoshima
`);

/** What Korean companies do, in the English words they use themselves. */
const KOREAN = table(`
전자 electronics 전기 electric 화학 chemical 식품 foods 중공업 heavy_industries 공업 industries 산업 industries 산업개발 development 기계 machinery
제약 pharmaceutical 약품 pharmaceutical 바이오 bio 건설 construction 건축 architecture 상사 trading 무역 trading 금속 metal 철강 steel 제철 steel
강철 steel 섬유 textile 정밀 precision 자동차 motors 모터스 motors 에너지 energy 통신 telecom 시스템 systems 소프트웨어 software 소프트 soft
테크 tech 테크놀로지 technology 기술 technology 반도체 semiconductor 조선 shipbuilding 해운 shipping 해양 marine 항공 airlines 물류 logistics
운송 transport 택배 express 은행 bank 보험 insurance 증권 securities 카드 card 그룹 group 전선 cable 전력 power 제지 paper 제과 confectionery
유업 dairy 주류 liquor 맥주 brewery 화장품 cosmetics 패션 fashion 백화점 department 호텔 hotel 병원 hospital 대학교 university 연구소 institute
엔지니어링 engineering 솔루션 solutions 네트웍스 networks 네트워크 network 미디어 media 엔터테인먼트 entertainment 디자인 design 포장 packaging
유리 glass 시멘트 cement 가스 gas 석유 oil 오일 oil 타이어 tire 부품 parts 플라스틱 plastics 고무 rubber 가구 furniture 인쇄 printing 출판 publishing
지점 branch 공장 plant 본사 headquarters
`);

const LEGAL =
  /株式会社|有限会社|合同会社|合資会社|合名会社|股份有限公司|有限公司|有限责任公司|公司|주식회사|유한회사|유한책임회사|[(（](?:株|有|同|資|주|유)[)）]|[㈱㈲㈜]/gu;
const JAPANESE_LEGAL =
  /株式会社|有限会社|合同会社|合資会社|合名会社|[(（](?:株|有|同|資)[)）]|[㈱㈲]|[\u3040-\u30ff]/u;
const NATIVE_RUN = /[\u3005\u3040-\u30ff\u3400-\u9fff]+|[\uac00-\ud7af]+/gu;
const HANGUL = /[\uac00-\ud7af]/;
const LONGEST_WORD = 8;

/**
 * A company name with its Japanese or Korean words as Latin ones, legal forms left out: "伊藤化学株式会社" → "ito kagaku",
 * "한일전자(주)" → "hanil electronics". `families` are Japanese family names, which many companies carry. Names in Chinese
 * characters without a sign of Japanese are left to the transliteration. Text without such signs stays as it is.
 */
export function latinCompany(text: string, families: ReadonlyMap<string, string>): string {
  if (!/[\u3005-\u9fff\uac00-\ud7af]/.test(text)) return text;
  const isJapanese = JAPANESE_LEGAL.test(text);
  return text
    .replace(LEGAL, ' ')
    .replace(NATIVE_RUN, (run) => {
      if (HANGUL.test(run)) return ` ${segment(run, KOREAN, null, koreanLetters).words} `;
      const { words, known } = segment(run, JAPANESE, families, letters);
      return isJapanese || known ? ` ${words} ` : run;
    })
    .replace(/\s+/g, ' ')
    .trim();
}

function letters(text: string): string {
  return ascii(text).replace(/[^a-z0-9]+/g, '');
}

/** The official romanisation turned into what companies use: 우성 "useong" → "woosung", 영진 "yeongjin" → "youngjin". */
function koreanLetters(text: string): string {
  return letters(text)
    .replace(/yeo/g, 'you')
    .replace(/eo/g, 'u')
    .replace(/(^|[aeiou])u(?=$|[^aeiou])/g, (_, before: string) =>
      before === '' || before === 'a' ? `${before}woo` : `${before}u`,
    );
}

/**
 * Longest known words from the left; what is between stays together and is transliterated. `known` says whether the words
 * cover all of it.
 */
function segment(
  run: string,
  trades: ReadonlyMap<string, string>,
  families: ReadonlyMap<string, string> | null,
  spell: (rest: string) => string,
): { words: string; known: boolean } {
  const words: string[] = [];
  let rest = '';
  let known = true;
  const flush = (): void => {
    if (rest !== '') words.push(spell(rest));
    rest = '';
  };
  for (let at = 0; at < run.length; ) {
    let length = Math.min(LONGEST_WORD, run.length - at);
    let word: string | undefined;
    for (; length > 0 && word === undefined; length--) {
      const part = run.slice(at, at + length);
      word = trades.get(part) ?? families?.get(part);
      if (word !== undefined) break;
    }
    if (word === undefined) {
      rest += run[at]!;
      known = false;
      at++;
      continue;
    }
    flush();
    words.push(word);
    at += length;
  }
  flush();
  return { words: words.join(' '), known };
}
