// SPDX-License-Identifier: Apache-2.0
'use strict'

// The way these scripts talk with the tests that start them: one JSON object a line, commands in and events out.
// They live as long as their standard input, so none outlives the tests.

const readline = require('readline')

const plain = (key, value) => (typeof value === 'bigint' ? value.toString() : value)

function tell (event, details) {
  process.stdout.write(JSON.stringify({ event, ...details }, plain) + '\n')
}

function listen (commands) {
  const lines = readline.createInterface({ input: process.stdin })
  lines.on('line', line => {
    const command = JSON.parse(line)
    commands[command.do](command)
  })
  lines.on('close', () => process.exit(0))
}

module.exports = { tell, listen }
