package scan

// An opening tells what a text begins with.
type opening struct {
	of     string
	frame  bool
	chain  bool
	bullet bool
	label  label // of a field of an SDK's block, behind the bullet
}

// opening returns what the content begins with, which is asked for many times.
func (l *logLine) opening(content string) *opening {
	if l.opens.of != content {
		l.opens = opening{content, isFrame(content), isChain(content), isBullet(content), labelAtStart(withoutBullet(content))}
	}
	return &l.opens
}
