import { companyName } from '@shared/match/normalise/company';
import { describe, expect, it } from 'vitest';

describe('company names in Japanese and Korean signs', () => {
  it.each([
    ['伊藤化学株式会社', 'Ito Kagaku K.K.'],
    ['松本電機(株)', 'Matsumoto Denki Co., Ltd.'],
    ['トヨタ自動車株式会社', 'Toyota Jidosha'],
    ['한일전자 주식회사', 'Hanil Electronics Corporation'],
    ['한일중공업(주)', 'Hanil Heavy Industries'],
    ['우성식품', 'Woosung Foods Co., Ltd.'],
  ])('%s meets %s', (native, latin) => {
    expect(companyName(native)).toBe(companyName(latin));
  });

  it('reads Chinese names the Chinese way', () => {
    expect(companyName('腾讯有限公司')).toBe('tengxun');
  });
});
