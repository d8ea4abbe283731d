import { decideFirms } from '../import/firms.ts'
import { importCommand } from '../import/importing.ts'
import { decidePeople } from '../import/people.ts'
import { decideUnits } from '../import/units.ts'

export const importCommands = [
  importCommand(
    {
      kind: 'units',
      summary: '导入单位：先预览，加 --yes 才写；方案换成新的一版',
      about: '上级单位写名称、代码或路径；不再报送的写截止月份。用过的单位不会删掉，只会停用。',
    },
    decideUnits,
  ),
  importCommand(
    {
      kind: 'people',
      summary: '导入人员和岗位：先预览，加 --yes 才写',
      about:
        '按 open_id，或者按手机号到通讯录里找人（要配好飞书应用和通讯录权限；手机号不保存）。一个人几个岗位就写几行；表里没有的人不动。',
    },
    decidePeople,
  ),
  importCommand(
    {
      kind: 'firms',
      summary: '导入企业名册：先预览，加 --yes 才写，每一处都留痕',
      about:
        '新增、更名、迁移、调梯度、注销；--by 写明由谁办，要是管名册的人（区工信、市工信）。已开表的月份不受影响。',
    },
    decideFirms,
  ),
]
