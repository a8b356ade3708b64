// Links a user to a Telegram chat and sends a message, over a plain socket: go run link_and_notify.go USER TEXT [PORT]
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net"
	"os"
)

type fields map[string]any

var conn net.Conn
var lines *bufio.Reader
var lastID int

// call waits for the answer. With one call at a time the next line is it; else look at the id.
func call(method string, params fields) fields {
	lastID++
	request, err := json.Marshal(fields{"jsonrpc": "2.0", "id": lastID, "method": method, "params": params})
	check(err)
	_, err = conn.Write(append(request, '\n'))
	check(err)
	line, err := lines.ReadBytes('\n')
	check(err)
	var answer struct{ Result, Error fields }
	check(json.Unmarshal(line, &answer))
	if answer.Error != nil {
		check(fmt.Errorf("%s: %v %v", method, answer.Error["message"], answer.Error["data"]))
	}
	return answer.Result
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func main() {
	user, text, port := os.Args[1], os.Args[2], append(os.Args, "7410")[3]
	dialed, err := net.Dial("tcp", "127.0.0.1:"+port)
	check(err)
	conn, lines = dialed, bufio.NewReader(dialed)
	token := call("issueToken", fields{"userId": user})
	fmt.Println("open", token["url"])
	state := any("issued")
	for state == "issued" {
		state = call("waitForToken", fields{"tokenId": token["tokenId"], "timeoutSeconds": 60})["state"]
	}
	if fmt.Println(state); state != "redeemed" {
		os.Exit(67)
	}
	// The key makes it safe to repeat this call, should its answer get lost.
	queued := call("notify", fields{"userId": user, "text": text, "idempotencyKey": fmt.Sprint("hello ", token["tokenId"])})
	fmt.Println(queued["state"], queued["notificationIds"])
}
