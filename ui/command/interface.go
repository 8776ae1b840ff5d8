package command

import (
	"context"
	"errors"
)

// openInterface opens the terminal interface on the database.
func (p *program) openInterface(context.Context) error {
	return errors.New("the interface is not built in yet")
}

// runDemo opens the interface on a throw-away database.
func (p *program) runDemo(context.Context) error {
	return errors.New("the interface is not built in yet")
}

func interrupted(error) bool { return false }
