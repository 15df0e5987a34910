/** The great labour markets of China, to which people of a region may leave. */
import type { SourceInfo } from "../scenario.ts";

export interface City {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
  readonly longitude: number;
  readonly latitude: number;
  /** Thousand residents in the census of 2020. */
  readonly residents: number;
  /** Wages over the mean wage of migrant workers; assumed. */
  readonly wage: number;
  /** Share of the wage that living there costs above the village; assumed. */
  readonly rent: number;
}

const city = (
  id: string,
  en: string,
  zh: string,
  longitude: number,
  latitude: number,
  residents: number,
  wage: number,
  rent: number,
): City => ({ id, en, zh, longitude, latitude, residents, wage, rent });

export const CITIES: readonly City[] = [
  city("shanghai", "Shanghai", "上海", 121.47, 31.23, 24_871, 1.25, 0.3),
  city("beijing", "Beijing", "北京", 116.41, 39.9, 21_893, 1.25, 0.3),
  city("shenzhen", "Shenzhen", "深圳", 114.06, 22.54, 17_560, 1.25, 0.3),
  city("guangzhou", "Guangzhou", "广州", 113.26, 23.13, 18_677, 1.2, 0.26),
  city("dongguan", "Dongguan", "东莞", 113.75, 23.02, 10_467, 1.15, 0.2),
  city("hangzhou", "Hangzhou", "杭州", 120.16, 30.27, 11_936, 1.2, 0.24),
  city("suzhou", "Suzhou", "苏州", 120.59, 31.3, 12_748, 1.2, 0.22),
  city("nanjing", "Nanjing", "南京", 118.8, 32.06, 9315, 1.15, 0.22),
  city("ningbo", "Ningbo", "宁波", 121.55, 29.87, 9404, 1.15, 0.2),
  city("wenzhou", "Wenzhou", "温州", 120.7, 28, 9573, 1.08, 0.18),
  city("jinhua", "Jinhua and Yiwu", "金华", 119.86, 29.2, 7051, 1.08, 0.16),
  city("hefei", "Hefei", "合肥", 117.23, 31.82, 9370, 1.0, 0.18),
  city("xiamen", "Xiamen", "厦门", 118.09, 24.48, 5164, 1.1, 0.24),
  city("tianjin", "Tianjin", "天津", 117.2, 39.13, 13_866, 1.08, 0.2),
  city("qingdao", "Qingdao", "青岛", 120.38, 36.07, 10_072, 1.05, 0.18),
  city("zhengzhou", "Zhengzhou", "郑州", 113.62, 34.75, 12_601, 0.98, 0.17),
  city("wuhan", "Wuhan", "武汉", 114.3, 30.59, 12_327, 1.02, 0.18),
  city("changsha", "Changsha", "长沙", 112.94, 28.23, 10_048, 1.0, 0.16),
  city("chengdu", "Chengdu", "成都", 104.07, 30.57, 20_938, 1.0, 0.18),
  city("chongqing", "Chongqing", "重庆", 106.55, 29.56, 10_344, 0.98, 0.16),
  city("xian", "Xi'an", "西安", 108.94, 34.34, 12_953, 0.98, 0.16),
  city("kunming", "Kunming", "昆明", 102.83, 24.88, 8460, 0.95, 0.15),
  city("shenyang", "Shenyang", "沈阳", 123.43, 41.8, 9070, 0.95, 0.15),
  city("dalian", "Dalian", "大连", 121.61, 38.91, 7451, 1.0, 0.17),
  city("changchun", "Changchun", "长春", 125.32, 43.82, 9067, 0.92, 0.14),
  city("harbin", "Harbin", "哈尔滨", 126.53, 45.8, 10_010, 0.92, 0.14),
  city("lanzhou", "Lanzhou", "兰州", 103.83, 36.06, 4359, 0.92, 0.14),
  city("urumqi", "Urumqi", "乌鲁木齐", 87.62, 43.83, 4054, 0.98, 0.15),
];

/** Workers among the residents of a city; assumed. */
export const WORKER_SHARE = 0.6;
/** Mean monthly pay of migrant workers in 2020, yuan. */
export const MIGRANT_WAGE_2020 = 4072;

export const CITY_SOURCES = {
  "city-workers": {
    title: "Residents of the cities in the 2020 census of China, times an assumed share of workers of 0.6",
    year: 2020,
    note:
      "Rounded to ten thousand. Residents of cities outside the Yangtze delta, Chengdu, Harbin and Changchun are quoted " +
      "from memory; of Chongqing its central districts are counted.",
  },
  "city-wages": {
    title:
      "National Bureau of Statistics of China, monitoring survey of migrant workers: 4,072 yuan a month in 2020",
    year: 2020,
    note: "Times an assumed factor of each city, carried from 2020 to the start year by the growth of outsideWageGrowth.",
  },
} as const satisfies Readonly<Record<string, SourceInfo>>;
