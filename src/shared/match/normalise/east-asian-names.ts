/**
 * Native spellings and their usual Latin ones. A transliteration by sign would read every Chinese character the Mandarin
 * way and every Korean syllable by the official rule, while people write Yamada and Park. Facts from general knowledge;
 * the commonest names only.
 */

const pairs = (text: string): ReadonlyMap<string, string> => {
  const parts = text.trim().split(/\s+/);
  const out = new Map<string, string>();
  for (let i = 0; i + 1 < parts.length; i += 2) out.set(parts[i] ?? '', parts[i + 1] ?? '');
  return out;
};

/** Japanese family names in characters, as read. */
export const JAPANESE_FAMILIES: ReadonlyMap<string, string> = pairs(`
佐藤 sato 鈴木 suzuki 高橋 takahashi 髙橋 takahashi 田中 tanaka 伊藤 ito 渡辺 watanabe 渡邊 watanabe 渡邉 watanabe 山本 yamamoto
中村 nakamura 小林 kobayashi 加藤 kato 吉田 yoshida 山田 yamada 佐々木 sasaki 山口 yamaguchi 松本 matsumoto 井上 inoue 木村 kimura
林 hayashi 斎藤 saito 斉藤 saito 齋藤 saito 齊藤 saito 清水 shimizu 山崎 yamazaki 阿部 abe 森 mori 池田 ikeda 橋本 hashimoto
山下 yamashita 石川 ishikawa 中島 nakajima 前田 maeda 藤田 fujita 後藤 goto 小川 ogawa 岡田 okada 村上 murakami 長谷川 hasegawa
近藤 kondo 石井 ishii 坂本 sakamoto 遠藤 endo 藤井 fujii 青木 aoki 福田 fukuda 三浦 miura 西村 nishimura 藤原 fujiwara 太田 ota
松田 matsuda 原田 harada 岡本 okamoto 中川 nakagawa 中野 nakano 小野 ono 田村 tamura 竹内 takeuchi 金子 kaneko 和田 wada
中山 nakayama 石田 ishida 上田 ueda 森田 morita 柴田 shibata 酒井 sakai 工藤 kudo 横山 yokoyama 宮崎 miyazaki 宮本 miyamoto
内田 uchida 高木 takagi 安藤 ando 谷口 taniguchi 大野 ono 丸山 maruyama 今井 imai 高田 takada 藤本 fujimoto 武田 takeda 村田 murata
上野 ueno 杉山 sugiyama 増田 masuda 平野 hirano 大塚 otsuka 千葉 chiba 久保 kubo 松井 matsui 小島 kojima 岩崎 iwasaki
桜井 sakurai 野口 noguchi 松尾 matsuo 野村 nomura 木下 kinoshita 菊地 kikuchi 菊池 kikuchi 佐野 sano 大西 onishi 杉本 sugimoto
新井 arai 浜田 hamada 古川 furukawa 市川 ichikawa 水野 mizuno 小松 komatsu 島田 shimada 小山 koyama 西田 nishida 吉川 yoshikawa
五十嵐 igarashi 北村 kitamura 安田 yasuda 中田 nakata 川口 kawaguchi 平田 hirata 川崎 kawasaki 飯田 iida 本田 honda 吉村 yoshimura
久保田 kubota 沢田 sawada 辻 tsuji 関 seki 菅 suga 安倍 abe 岸田 kishida 石破 ishiba 高市 takaichi 麻生 aso 小泉 koizumi 鳩山 hatoyama
黒田 kuroda 豊田 toyoda 三木 miki 大久保 okubo 小池 koike 堀 hori 熊谷 kumagai 川上 kawakami 永井 nagai 望月 mochizuki
東 higashi 荒木 araki 河野 kono 服部 hattori 岩田 iwata 土屋 tsuchiya 樋口 higuchi 松下 matsushita 大谷 otani 宮田 miyata 本間 honma
片山 katayama 秋山 akiyama 須藤 sudo 大島 oshima 早川 hayakawa 星野 hoshino 黒木 kuroki 西川 nishikawa 矢野 yano 福島 fukushima
`);

/** Japanese given names in characters, in their commonest reading. */
export const JAPANESE_GIVEN: ReadonlyMap<string, string> = pairs(`
太郎 taro 一郎 ichiro 次郎 jiro 二郎 jiro 三郎 saburo 健 ken 健一 kenichi 健二 kenji 賢治 kenji 健太 kenta 健太郎 kentaro 大輔 daisuke
直樹 naoki 直人 naoto 翔太 shota 翔 sho 大樹 daiki 拓也 takuya 達也 tatsuya 和也 kazuya 哲也 tetsuya 浩 hiroshi 博 hiroshi 宏 hiroshi
浩二 koji 浩一 koichi 誠 makoto 隆 takashi 孝 takashi 修 osamu 茂 shigeru 実 minoru 勝 masaru 清 kiyoshi 正 tadashi 進 susumu
勇 isamu 学 manabu 剛 tsuyoshi 豊 yutaka 稔 minoru 晋三 shinzo 文雄 fumio 茂樹 shigeki 純一郎 junichiro 由紀夫 yukio 三郎助 saburosuke
裕 yutaka 裕二 yuji 雄二 yuji 雄一 yuichi 祐介 yusuke 裕介 yusuke 洋介 yosuke 陽介 yosuke 洋一 yoichi 英樹 hideki 秀樹 hideki
正人 masato 雅人 masato 和夫 kazuo 和男 kazuo 昭 akira 明 akira 彰 akira 章 akira 蓮 ren 陽翔 haruto 大翔 hiroto 樹 itsuki 悠真 yuma
花子 hanako 恵子 keiko 惠子 keiko 敬子 keiko 裕子 yuko 優子 yuko 祐子 yuko 陽子 yoko 洋子 yoko 幸子 sachiko 和子 kazuko 京子 kyoko
恭子 kyoko 久美子 kumiko 由美子 yumiko 由美 yumi 真由美 mayumi 明美 akemi 直美 naomi 智子 tomoko 友子 tomoko 典子 noriko 紀子 noriko
順子 junko 純子 junko 良子 yoshiko 美智子 michiko 道子 michiko 雅子 masako 愛子 aiko 愛 ai 美咲 misaki 彩 aya 綾 aya 舞 mai
葵 aoi 陽菜 hina 結衣 yui 麻衣 mai 香織 kaori 早苗 sanae 千代子 chiyoko 貴子 takako 孝子 takako 節子 setsuko 静子 shizuko 弘子 hiroko
博子 hiroko 百合子 yuriko 直子 naoko 尚子 naoko 麻美 asami 美穂 miho 美香 mika 里美 satomi 桜 sakura さくら sakura
`);

/** Korean family names in Hangul, as most bearers write them. */
export const KOREAN_FAMILIES: ReadonlyMap<string, string> = pairs(`
김 kim 이 lee 리 ri 박 park 최 choi 정 jung 강 kang 조 cho 윤 yoon 장 jang 임 lim 림 rim 한 han 오 oh 서 seo 신 shin 권 kwon
황 hwang 안 ahn 송 song 류 ryu 유 yoo 홍 hong 전 jeon 고 ko 문 moon 양 yang 손 son 배 bae 백 baek 허 heo 남 nam 심 shim 노 noh
하 ha 곽 kwak 성 sung 차 cha 주 joo 우 woo 구 koo 민 min 진 jin 나 na 지 ji 엄 um 채 chae 원 won 천 chun 방 bang 공 kong 현 hyun
함 ham 변 byun 염 yum 여 yeo 추 choo 도 do 소 so 석 seok 선 sun 설 seol 마 ma 길 gil 연 yeon 위 wi 표 pyo 명 myung 기 ki
`);

/** Korean family names of two syllables. */
export const KOREAN_DOUBLE_FAMILIES: ReadonlyMap<string, string> = pairs(`
남궁 namgung 황보 hwangbo 제갈 jegal 선우 sunwoo 독고 dokgo 사공 sagong 서문 seomun
`);

/** Chinese family names of two characters. */
export const CHINESE_DOUBLE_FAMILIES: ReadonlySet<string> = new Set(
  '欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 夏侯 尉迟 尉遲 皇甫 东方 東方 慕容 令狐 司徒 公孙 公孫 长孙 長孫 宇文'.split(
    ' ',
  ),
);
