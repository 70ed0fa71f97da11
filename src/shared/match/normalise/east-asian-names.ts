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
亮 ryo 涼 ryo 遼 ryo 純 jun 淳 jun 潤 jun 準 jun 敦 atsushi 篤 atsushi 厚 atsushi 聡 satoshi 智 satoshi 悟 satoru 哲 satoshi
徹 toru 透 toru 亨 toru 武 takeshi 猛 takeshi 毅 takeshi 健司 kenji 健次 kenji 謙二 kenji 謙一 kenichi 大介 daisuke 大地 daichi
大輝 daiki 大貴 daiki 翼 tsubasa 光 hikaru 優 yu 優太 yuta 雄太 yuta 裕太 yuta 勇太 yuta 雄大 yudai 悠斗 yuto 優斗 yuto 颯太 sota
湊 minato 陸 riku 海斗 kaito 隼人 hayato 駿 shun 俊 shun 俊介 shunsuke 駿介 shunsuke 慎一 shinichi 真一 shinichi 新一 shinichi
伸一 shinichi 信一 shinichi 慎也 shinya 真也 shinya 伸也 shinya 圭介 keisuke 啓介 keisuke 恵介 keisuke 圭 kei 慶 kei 敬 takashi
孝之 takayuki 隆之 takayuki 貴之 takayuki 隆司 takashi 隆史 takashi 隆志 takashi 貴志 takashi 崇 takashi 尚 takashi 久 hisashi
寿 hisashi 仁 hitoshi 均 hitoshi 一 hajime 元 hajime 守 mamoru 渉 wataru 航 wataru 薫 kaoru 望 nozomi 忍 shinobu 操 misao
幸雄 yukio 幸夫 yukio 行雄 yukio 行男 yukio 義雄 yoshio 良雄 yoshio 芳雄 yoshio 正夫 masao 正雄 masao 政夫 masao 昌夫 masao
雅夫 masao 昭夫 akio 明夫 akio 敏夫 toshio 俊夫 toshio 敏雄 toshio 俊雄 toshio 利夫 toshio 秀夫 hideo 英夫 hideo 英雄 hideo
康夫 yasuo 康雄 yasuo 靖男 yasuo 和彦 kazuhiko 和弘 kazuhiro 和宏 kazuhiro 和博 kazuhiro 一博 kazuhiro 正弘 masahiro
雅弘 masahiro 昌弘 masahiro 雅博 masahiro 義弘 yoshihiro 博之 hiroyuki 浩之 hiroyuki 弘之 hiroyuki 裕之 hiroyuki 宏之 hiroyuki
正之 masayuki 雅之 masayuki 英之 hideyuki 秀之 hideyuki 智之 tomoyuki 知之 tomoyuki 友之 tomoyuki 俊之 toshiyuki 敏之 toshiyuki
利之 toshiyuki 康之 yasuyuki 信之 nobuyuki 伸之 nobuyuki 和之 kazuyuki 孝一 koichi 光一 koichi 公一 koichi 幸一 koichi
浩司 koji 孝司 koji 康二 koji 幸二 koji 孝二 koji 順一 junichi 純一 junichi 淳一 junichi 誠一 seiichi 清一 seiichi 精一 seiichi
誠司 seiji 清二 seiji 良一 ryoichi 亮一 ryoichi 龍一 ryuichi 隆一 ryuichi 栄一 eiichi 英一 eiichi 栄治 eiji 英二 eiji 英治 eiji
英司 eiji 昇 noboru 登 noboru 満 mitsuru 充 mitsuru 治 osamu 理 osamu 努 tsutomu 勉 tsutomu 務 tsutomu 弘 hiroshi 寛 hiroshi
洋 hiroshi 博司 hiroshi 浩史 hiroshi 広志 hiroshi 保 tamotsu
恵 megumi 恵美 emi 絵美 emi 恵理 eri 絵里 eri 恵里子 eriko 絵里子 eriko 恵美子 emiko 美恵子 mieko 美恵 mie 友美 tomomi 朋美 tomomi
智美 tomomi 知美 tomomi 香 kaori 彩香 ayaka 綾香 ayaka 彩花 ayaka 綾乃 ayano 彩乃 ayano 沙織 saori 佐織 saori 詩織 shiori
真理子 mariko 万里子 mariko 真理 mari 麻里 mari 真里 mari 真紀 maki 真希 maki 麻紀 maki 由紀 yuki 有紀 yuki 由紀子 yukiko 雪 yuki
由香 yuka 由佳 yuka 優香 yuka 友香 yuka 由香里 yukari 理恵 rie 理絵 rie 里恵 rie 理沙 risa 里奈 rina 梨奈 rina 莉奈 rina
里佳 rika 理香 rika 里香 rika 麻衣子 maiko 舞子 maiko 美紀 miki 美樹 miki 未来 miku 美和 miwa 美奈 mina 美奈子 minako 美里 misato
美鈴 misuzu 美代子 miyoko 美幸 miyuki 美雪 miyuki 深雪 miyuki 文子 fumiko 史子 fumiko 房子 fusako 春子 haruko 晴子 haruko
秀子 hideko 英子 eiko 栄子 eiko 久子 hisako 広子 hiroko 浩子 hiroko 郁子 ikuko 育子 ikuko 加奈子 kanako 勝子 katsuko 和美 kazumi
桂子 keiko 圭子 keiko 慶子 keiko 清子 kiyoko 光子 mitsuko 正子 masako 昌子 masako 真弓 mayumi 睦子 mutsuko 奈緒 nao 奈々 nana
七海 nanami 夏美 natsumi 菜摘 natsumi 夏子 natsuko 信子 nobuko 伸子 nobuko 則子 noriko 法子 noriko 玲子 reiko 礼子 reiko 麗子 reiko
律子 ritsuko 涼子 ryoko 早紀 saki 咲 saki 聡子 satoko 佐知子 sachiko 祥子 shoko 晶子 akiko 明子 akiko 秋子 akiko 昭子 akiko
章子 akiko 澄子 sumiko 妙子 taeko 敏子 toshiko 俊子 toshiko 豊子 toyoko 泰子 yasuko 康子 yasuko 靖子 yasuko 芳子 yoshiko
佳子 yoshiko 淑子 yoshiko 洋美 hiromi 博美 hiromi 裕美 hiromi 弘美 hiromi 浩美 hiromi 瞳 hitomi 緑 midori 翠 midori 泉 izumi
楓 kaede 凛 rin 結菜 yuna
`);

/** Korean family names in Hangul, as most bearers write them. */
export const KOREAN_FAMILIES: ReadonlyMap<string, string> = pairs(`
김 kim 이 lee 리 ri 박 park 최 choi 정 jung 강 kang 조 cho 윤 yoon 장 jang 임 lim 림 rim 한 han 오 oh 서 seo 신 shin 권 kwon
황 hwang 안 ahn 송 song 류 ryu 유 yoo 홍 hong 전 jeon 고 ko 문 moon 양 yang 손 son 배 bae 백 baek 허 heo 남 nam 심 shim 노 noh
하 ha 곽 kwak 성 sung 차 cha 주 joo 우 woo 구 koo 민 min 진 jin 나 na 지 ji 엄 um 채 chae 원 won 천 chun 방 bang 공 kong 현 hyun
함 ham 변 byun 염 yum 여 yeo 추 choo 도 do 소 so 석 seok 선 sun 설 seol 마 ma 길 gil 연 yeon 위 wi 표 pyo 명 myung 기 ki
`);

/** Latin spellings of one Korean family name, the usual one first. */
const SPELLINGS = `
kim gim
lee yi rhee rhie
park pak bak
choi choe
jung jeong chung cheong
kang gang
cho jo
yoon yun
jang chang
lim im rim yim
han
oh o
seo suh
shin sin
kwon gwon kweon
hwang whang
ahn an
song
yoo yu ryu
hong
jeon jun
ko go koh goh
moon mun
yang
son sohn
bae pae
baek paek paik baik
heo hur huh
nam
shim sim
noh no roh rho
ha
kwak gwak
sung seong
cha
joo ju
woo
koo gu ku
min
jin chin
na ra
ji jee
um eom
chae chai
won weon
bang pang
kong gong
hyun hyeon
ham
byun byeon
yum yeom
yeo
choo chu
do
seok suk
sun seon
seol sul
gil kil
pyo
myung myeong
ki gi
`;

/** Spellings of Korean family names in Latin letters, each with the usual one. */
export const KOREAN_FAMILY_SPELLINGS: ReadonlyMap<string, string> = new Map(
  SPELLINGS.trim()
    .split('\n')
    .map((line) => line.split(' '))
    .flatMap((spellings) => spellings.map((spelling): [string, string] => [spelling, spellings[0]!])),
);

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
