package catalog

import (
	_ "embed"
	"slices"
	"strings"
)

// What language itself says about words: which of them tell nothing about the
// trouble, and which mean nearly the same. None of it is about any entry; what
// people call the trouble of one are the keywords of its guidance. The lists
// are texts, so that they cost nothing until a search asks.

// functionWords hold sentences together.
const functionWords = `a about after all also although am an and any anything are arent as at be because been before being both but by can
cannot cant could couldnt d did didnt do does doesnt doing done dont each either else ever every everything for from
had hadnt has hasnt have havent having he her here hes him his how i id if im in into is isnt it its itself ive just
lets like ll m may me might mine more most must mustnt my neither no none nor not nothing now of off on once one
only or other our ours out over own per quite rather re s same shall she shes should shouldnt since so some
something still such t than that thats the their them then there theres these they theyre this those though through
to too under until up upon us ve very via was wasnt we well were werent what whatever whats when where whether which
while who whom whose why will with within wont would wouldnt yet you your youre yours yourself youve`

// negations deny the word behind them, as the prefixes do in one word.
const (
	negations        = `arent cannot cant doesnt dont isnt never no not nothing wasnt werent without wont`
	negatingPrefixes = `un in il im ir non dis`
)

// Words of the open classes are in files, sorted.
var (
	// commonWords are said of any matter: they tell little of an entry that has
	// them, and next to nothing against one that has not.
	//
	//go:embed language/common.txt
	commonWords string

	// aroundWords are what people put around the trouble: who told it, what they
	// did before, how it feels, which tools carried the request. They tell next to
	// nothing against an entry that has them not.
	//
	//go:embed language/around.txt
	aroundWords string

	// elsewhereWords are things whose troubles are others': of other programs and
	// protocols, of other trades, of daily life. A question about one of them is
	// none of ours, however many common words it shares with an entry.
	//
	//go:embed language/elsewhere.txt
	elsewhereWords string

	// elsewhereCompounds are such things that share their words with our troubles,
	// each joined by a hyphen and in the singular.
	//
	//go:embed language/compounds.txt
	elsewhereCompounds string
)

// functionSigns are the Chinese characters that only hold sentences together.
const functionSigns = `的了吗呢吧啊呀哦是我你您他她它们在就都也很还又才这那哪请问被把给让和与或为及等着过得地`

// commonPairs are common words of Chinese, in the pairs that questions are cut
// into.
const commonPairs = `一下 一个 一样 一直 上午 上线 上面 下午 下面 不了 不定 不懂 不是 不能 不过 业务 为何 为啥 么办
之前 之后 云上 云数 什么 今天 他说 代码 以前 以后 传了 但是 你好 使用 偶尔 全部 全都 公司 写了
写成 几个 几次 出现 刚刚 刚学 刚开 刚才 别人 到底 制台 半夜 半天 原因 参考 反映 反馈 发现 可以
可是 可能 各位 同事 同学 同样 后台 命令 咋办 咋回 哪个 哪些 哪里 啥意 回事 因为 团队 填了 多少
大家 失败 好像 好几 如何 如果 官网 客户 家里 容器 小白 居然 工具 工单 已经 帮忙 帮我 帮看 平台
库的 应该 开发 弹出 怎么 怎样 急急 总是 您好 情况 想要 想问 意思 我们 我这 所以 所有 执行 折腾
报了 报错 挂了 按钮 换了 据库 接口 控制 提示 搞不 操作 数据 文档 新手 无法 日志 早上 时候 昨天
是不 显示 晚上 有人 朋友 查了 每次 水线 求助 求教 没法 流水 测试 点了 点击 然后 环境 现在 生产
用户 的话 目前 直接 看了 看到 看看 着急 程序 究竟 突然 竟然 等着 系统 紧急 线上 经常 结果 老师
老是 老板 而且 脚本 自己 表示 要是 解决 设了 设成 试了 说明 说是 请求 请问 谁能 调用 谢谢 运维
返回 还是 还有 这个 这边 进行 那个 那边 部署 都不 都是 里云 里填 里面 错误 问一 问下 问题 阿里
集群 需求 需要 页面 项目 领导 麻烦`

// synonyms are words that people use for one another, a group a line.
const synonyms = `
buy purchase order acquire
pay payment charge bill invoice
money balance fund credit cash budget wallet
delete remove destroy drop release erase terminate wipe purge
create make build launch provision spin deploy
change modify alter update edit adjust tweak
upgrade resize scale enlarge expand reconfigure grow upsize
downgrade shrink reduce downsize
stop halt pause suspend
begin start initial
end finish until till
forbid deny refuse reject prohibit block disallow decline bounce
allow permit authorize enable grant
permission privilege right authority access authorize
admin administrator superuser manager operator
lock freeze
wrong incorrect invalid bad illegal malformed improper unacceptable garbage
miss absent omit lack forget empty null blank undefined unset
require mandatory compulsory need must
enough sufficient
insufficient shortage lack scarce
exhaust deplete sold
limit quota maximum max threshold ceiling cap
exceed surpass beyond
unknown unrecognized nonexistent
same identical equal
mismatch differ different
duplicate repeat twice again reuse replay already resend
unavailable down offline outage unreachable
temporary transient momentary
fail crash break die
backup snapshot dump copy archive
restore recover clone
retention retain keep preserve
week weekly weekday
size capacity storage disk
class spec specification flavor sku tier model
zone az
region location country
instance server machine vm cluster node
address ip
subnet vswitch
whitelist allowlist firewall acl
password passwd pwd passphrase secret
verify authenticate validate confirm certify prove
stock inventory
support offer provide sell
state status condition phase
busy run progress ongoing
pending unfinished incomplete
id identifier identification
renew renewal extend prolong
format syntax pattern notation
kind type
letter character char symbol
parameter argument field option attribute param property value
expire overdue lapse
fraud risk suspicious hacker
metric monitor graph chart
idempotent dedupe deduplicate
nonce random unique
main master root primary parent
sub child secondary
owner holder
optional option
`

// translations are Chinese words, in such pairs, and the English ones that mean
// the same, so that a Chinese question finds its answer in an English table too.
// All words of a line stand for one another.
const translations = `
不足 不够 用完 耗尽 用尽 售罄 insufficient enough exhaust
不对 有误 错误 非法 无效 合法 正确 invalid illegal malformed incorrect
不存 存在 找不 没有 found exist
缺少 缺失 未传 没传 漏传 missing mandatory
账号 账户 帐号 帐户 account
锁定 冻结 锁住 lock
付款 支付 付费 pay payment
购买 下单 buy purchase order
订单 order
续费 续订 renew renewal
重复 重放 duplicate
地域 地区 区域 region
权限 授权 permission authorized
备份 快照 backup snapshot
时间 time
开始 起始 start
结束 end
密码 口令 password
实例 instance
余额 balance
参数 parameter
状态 status state
格式 format
类型 type
规格 class
容量 存储 capacity storage
名称 名字 name
管理 administrator
签名 signature
服务 service
内部 internal
保留 retention
周期 period
天数 days
次数 times
地址 address
配额 额度 上限 quota limit
超出 超过 超限 exceed
支持 support
权限 forbidden
禁止 拒绝 forbidden refuse
认证 实名 authentication
风控 风险 risk
网络 network
方法 方式 method
列表 list
白名 名单 whitelist
令牌 token
请求 request
临时 暂时 temporary
可用 available
繁忙 busy
失败 fail
未知 unknown
`

// lists reports whether a sorted list of words has w.
func lists(list, w string) bool {
	from, to := 0, len(list) // bytes between which w may begin
	for from < to {
		middle := from + (to-from)/2
		begin := strings.LastIndexAny(list[:middle], " \n") + 1
		end := len(list)
		if n := strings.IndexAny(list[middle:], " \n"); n >= 0 {
			end = middle + n
		}
		switch strings.Compare(list[begin:end], w) {
		case 0:
			return true
		case -1:
			from = end + 1
		default:
			to = begin
		}
	}
	return false
}

// synonymsOf returns the stems of the words that stand in one line of a list
// with a word of the given stem. Their forms all begin as their stems do, and
// stemming is most of the work.
func synonymsOf(list, stemmed string) []string {
	var found []string
	for line := range strings.Lines(list) {
		group := strings.Fields(line)
		if !slices.ContainsFunc(group, func(w string) bool { return w[0] == stemmed[0] && stem(w) == stemmed }) {
			continue
		}
		for _, w := range group {
			if s := stem(w); s != stemmed {
				found = append(found, s)
			}
		}
	}
	return found
}
